interface Entry<Value> {
  readonly value: Value;
  readonly untilMs: number;
}

/** Values that count until an instant, at most `capacity` of them; the one used longest ago is dropped first. */
export class Recent<Value> {
  readonly #entries = new Map<string, Entry<Value>>();

  constructor(private readonly capacity: number) {}

  get size(): number {
    return this.#entries.size;
  }

  find(key: string, nowMs: number): Value | null {
    const entry = this.#entries.get(key);
    if (entry === undefined) return null;
    this.#entries.delete(key);
    if (entry.untilMs <= nowMs) return null;
    this.#entries.set(key, entry);
    return entry.value;
  }

  add(key: string, value: Value, untilMs: number): void {
    this.#entries.delete(key);
    this.#entries.set(key, { value, untilMs });
    if (this.#entries.size <= this.capacity) return;
    const oldest = this.#entries.keys().next();
    if (!oldest.done) this.#entries.delete(oldest.value);
  }

  delete(key: string): void {
    this.#entries.delete(key);
  }
}

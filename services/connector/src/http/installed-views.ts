import type { BiOwner } from '@lientinh/bi';
import type { BiSource } from '../source/source';

const STATEMENT = { text: 'select content_hash from bi.installation', parameters: [] };
const SETTINGS = { unpublished: 'NONE', asOf: new Map<never, string>() } as const;

/** Which views (and reference data) a database has now: a part of every ETag, for they change without the ledgers. */
export class InstalledViews {
  readonly #known = new Map<BiOwner, { readonly hash: string | null; readonly untilMs: number }>();

  /** `freshMs`: how long an answer is remembered; views change when a subgraph is started anew, and not else. */
  constructor(
    private readonly source: BiSource,
    private readonly clock: () => Date,
    private readonly freshMs = 10_000,
  ) {}

  /** Hash of the statements and reference data of the schema. */
  async hash(owner: BiOwner): Promise<string | null> {
    const nowMs = this.clock().getTime();
    const known = this.#known.get(owner);
    if (known !== undefined && nowMs < known.untilMs) return known.hash;
    const hash = await this.source.value(owner, STATEMENT, SETTINGS);
    this.#known.set(owner, { hash, untilMs: nowMs + this.freshMs });
    return hash;
  }
}

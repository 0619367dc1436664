import { type Place, queryTooLarge } from './query.errors';

/** How much of a request is read. Beyond it the request is refused, so that no text costs more than a bounded time and stack. */
export interface QueryLimits {
  /** Query options in one request. */
  readonly options: number;
  /** UTF-16 code units of one decoded option or path. */
  readonly textLength: number;
  /** Nesting of parentheses, functions, lambdas and operators, and height of a tree. */
  readonly depth: number;
  /** Nodes of all trees of the request together; a value of an alias counts at each use. */
  readonly nodes: number;
  /** Values of one list of `in`. */
  readonly listItems: number;
  /** Segments of a path. */
  readonly segments: number;
  /** `$expand` in `$expand`. */
  readonly expandDepth: number;
}
export const DEFAULT_LIMITS: QueryLimits = {
  options: 200,
  textLength: 262_144,
  depth: 256,
  nodes: 30_000,
  listItems: 10_000,
  segments: 100,
  expandDepth: 6,
};

/** What is left of the limits while one request is read. */
export class Budget {
  /** Lives as long as the reading of one request. */
  readonly #heights = new Map<object, number>();
  #depth = 0;
  #expandDepth = 0;
  #nodes = 0;

  constructor(readonly limits: QueryLimits = DEFAULT_LIMITS) {}

  /** Runs `parse` one level deeper. */
  nest<Result>(place: Place, parse: () => Result): Result {
    this.#depth += 1;
    if (this.#depth > this.limits.depth) throw tooDeep(place, this.limits.depth);
    const result = parse();
    this.#depth -= 1;
    return result;
  }

  /** Runs `parse` inside one more `$expand`. */
  nestExpand<Result>(place: Place, parse: () => Result): Result {
    this.#expandDepth += 1;
    if (this.#expandDepth > this.limits.expandDepth) {
      const what = { vi: 'độ sâu của $expand', en: 'the depth of $expand' };
      throw queryTooLarge({ ...place, what, limit: this.limits.expandDepth });
    }
    const result = parse();
    this.#expandDepth -= 1;
    return result;
  }

  /** Counts a new node over its children. */
  made<Node extends object>(node: Node, place: Place, children: readonly object[] = []): Node {
    this.count(place);
    let height = 0;
    for (const child of children) height = Math.max(height, this.#heights.get(child) ?? 0);
    if (height + 1 > this.limits.depth) throw tooDeep(place, this.limits.depth);
    this.#heights.set(node, height + 1);
    return node;
  }

  /** Counts one part of the request that has no height: an item of `$select`, a step of `$apply`. */
  count(place: Place): void {
    this.#nodes += 1;
    if (this.#nodes > this.limits.nodes) {
      const what = { vi: 'số phần tử của truy vấn', en: 'the number of parts of the query' };
      throw queryTooLarge({ ...place, what, limit: this.limits.nodes });
    }
  }

  /** Refuses the value after the last one that a list may have; `size` is the number of values so far. */
  checkList(place: Place, size: number): void {
    if (size < this.limits.listItems) return;
    const what = { vi: 'số giá trị trong danh sách', en: 'the number of values in the list' };
    throw queryTooLarge({ ...place, what, limit: this.limits.listItems });
  }

  /** Refuses a text that is too long to read. */
  checkText(option: string, text: string): void {
    if (text.length <= this.limits.textLength) return;
    const what = { vi: 'độ dài', en: 'the length' };
    throw queryTooLarge({ option, at: this.limits.textLength, what, limit: this.limits.textLength });
  }
}

function tooDeep(place: Place, limit: number) {
  return queryTooLarge({ ...place, what: { vi: 'độ sâu lồng nhau', en: 'the depth of nesting' }, limit });
}

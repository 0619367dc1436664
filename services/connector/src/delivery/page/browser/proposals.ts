import type { ConnectPageData, FilterName, ProposalSource } from './page-data.js';
import { readRows } from './service.js';

/** A value that a field proposes, and what it means. */
export interface Proposal {
  readonly value: string;
  readonly label: string;
  /** All that it has meant; none when the value says all. */
  readonly names: readonly string[];
}

/** The values that a short filter can have, read from the data once for each choice of indices. */
export class Proposals {
  readonly #read = new Map<string, Promise<readonly Proposal[]>>();
  readonly #data: ConnectPageData;

  constructor(data: ConnectPageData) {
    this.#data = data;
  }

  /** Empty where the service has no list, or it cannot be read: any value may be typed. */
  async of(filter: FilterName, indices: readonly string[]): Promise<readonly Proposal[]> {
    const source = this.#data.proposals[filter];
    if (source === undefined) return [];
    const narrowed = source.byIndex && indices.length > 0 ? `&index=${indices.map(encodeURIComponent).join(',')}` : '';
    const path = `${this.#data.base}${this.#data.roots.en}${source.path}${narrowed}`;
    const known = this.#read.get(path) ?? readProposals(source, path, this.#data.language);
    this.#read.set(path, known);
    return known.catch(() => {
      this.#read.delete(path);
      return [];
    });
  }
}

/** Values of a list, each once with all that it has meant. */
export async function readProposals(
  source: ProposalSource,
  path: string,
  language: string,
): Promise<readonly Proposal[]> {
  const labels = new Map<string, Set<string>>();
  for (const row of await readRows(path, language)) {
    const value = String(row[source.value]);
    const label = source.label === null ? '' : String(row[source.label]);
    labels.set(value, (labels.get(value) ?? new Set()).add(label));
  }
  return [...labels].map(([value, all]) => {
    const names = [...all].filter((label) => label !== '');
    return { value, label: names.join('; '), names };
  });
}

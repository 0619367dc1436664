import { AgencyDirectory } from '@lientinh/agency-names';
import { provinceCatalogue } from '@lientinh/datasets';
import type { Reader } from '@lientinh/postgres';
import { toDirectoryEntry, type AgencyRecord, type DirectoryEntry } from './agency.row';
import { unitOfAgency } from './agency.rules';
import { readDirectory, readDirectoryHead } from './agency.store';

interface Built {
  /** Place in the ledger that the directory belongs to. */
  readonly head: number;
  readonly directory: AgencyDirectory<DirectoryEntry>;
}

/**
 * The directory of names, built from the current agencies and kept for one place of the ledger. Every use asks for the ledger's head
 * (one statement); when it has moved, the first to see it rebuilds (one more) and those who come meanwhile wait for that.
 */
export class AgencyNames {
  #built: Built = { head: 0, directory: new AgencyDirectory<DirectoryEntry>([]) };
  #building: { readonly head: number; readonly done: Promise<Built> } | null = null;

  /** The directory as of the ledger's present end. */
  async current(reader: Reader): Promise<AgencyDirectory<DirectoryEntry>> {
    const head = await readDirectoryHead(reader);
    if (this.#built.head >= head) return this.#built.directory;
    if (this.#building === null || this.#building.head < head) this.#building = { head, done: this.#build(reader) };
    return (await this.#building.done).directory;
  }

  async #build(reader: Reader): Promise<Built> {
    try {
      const { head, agencies } = await readDirectory(reader);
      const built = { head, directory: directoryOf(agencies) };
      if (head > this.#built.head) this.#built = built;
      return built;
    } finally {
      this.#building = null;
    }
  }
}

function directoryOf(agencies: readonly AgencyRecord[]): AgencyDirectory<DirectoryEntry> {
  const catalogue = provinceCatalogue();
  return new AgencyDirectory(
    agencies.map((agency) => toDirectoryEntry(agency, unitOfAgency(agency, catalogue)?.validTo ?? null)),
  );
}

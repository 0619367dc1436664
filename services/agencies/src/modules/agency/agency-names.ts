import { AgencyDirectory } from '@lientinh/agency-names';
import { provinceCatalogue } from '@lientinh/datasets';
import type { Reader } from '@lientinh/postgres';
import { toDirectoryEntry, type AgencyRecord, type DirectoryEntry } from './agency.row';
import { unitOfAgency } from './agency.rules';
import { readDirectory } from './agency.store';

/**
 * The directory of names, built from the current agencies and kept for one place of the ledger: every use asks for the ledger's head
 * and rebuilds when it has moved, in one statement either way.
 */
export class AgencyNames {
  #head = 0;
  #directory = new AgencyDirectory<DirectoryEntry>([]);

  /** The directory as of the ledger's present end. */
  async current(reader: Reader): Promise<AgencyDirectory<DirectoryEntry>> {
    const { head, agencies } = await readDirectory(reader, this.#head);
    if (agencies === null) return this.#directory;
    const directory = directoryOf(agencies);
    if (head > this.#head) {
      this.#head = head;
      this.#directory = directory;
    }
    return directory;
  }
}

function directoryOf(agencies: readonly AgencyRecord[]): AgencyDirectory<DirectoryEntry> {
  const catalogue = provinceCatalogue();
  return new AgencyDirectory(
    agencies.map((agency) => toDirectoryEntry(agency, unitOfAgency(agency, catalogue)?.validTo ?? null)),
  );
}

import type { BiColumn } from '../bi-contract';
import { codeColumn, wordsColumn } from '../column-kinds';

/** Code and names of an index; `prefix` begins the names of the columns, `nameHead` the English heads of its names. */
function identity(prefix: '' | 'index_', nameHead: string): readonly BiColumn[] {
  return [
    codeColumn(
      `${prefix}code`,
      { vi: 'Mã chỉ số', en: 'Index code' },
      { vi: 'PAPI, PCI, PAR_INDEX, SIPAS hoặc DTI.', en: 'PAPI, PCI, PAR_INDEX, SIPAS or DTI.' },
    ),
    wordsColumn(
      `${prefix}name_vi`,
      { vi: 'Tên chỉ số', en: `${nameHead} (Vietnamese)` },
      { vi: 'Tên chính thức.', en: 'Official name, in Vietnamese.' },
    ),
    codeColumn(
      `${prefix}name_en`,
      { vi: 'Tên chỉ số (tiếng Anh)', en: nameHead },
      { vi: 'Tên tiếng Anh.', en: 'Official name, in English.' },
    ),
  ];
}

/** The index that a row is: columns of the set of indices. */
export const ownIndexColumns = identity('', 'Name');

/** The index that a row is about. */
export const indexColumns = identity('index_', 'Index name');

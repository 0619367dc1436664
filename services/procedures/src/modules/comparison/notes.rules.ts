import { provinceCatalogue } from '@lientinh/datasets';
import { levelOf } from '../offering/online-service.rules';
import type { CatalogueNote } from './comparison.types';

/** What a column shows of its catalogue. */
export interface NotedColumn {
  readonly province: string;
  readonly catalogueAsOf: string | null;
  /** Codes of the online levels used in it. */
  readonly levels: readonly string[];
}

/** Notes for provinces without a catalogue, and on what online levels of different decrees stand for. */
export function catalogueNotes(columns: readonly NotedColumn[], asOf: string): CatalogueNote[] {
  return [...columns.flatMap((column) => missingNote(column, asOf)), ...mappingNote(columns)];
}

function missingNote({ province, catalogueAsOf }: NotedColumn, asOf: string): CatalogueNote[] {
  if (catalogueAsOf !== null) return [];
  const name = provinceCatalogue().byId(province);
  return [
    {
      kind: 'NO_CATALOGUE',
      province: { id: province },
      textVi: `${name?.nameVi ?? province} chưa công bố danh mục thủ tục nào có hiệu lực đến ngày ${asOf}.`,
      textEn: `${name?.nameEn ?? province} has published no catalogue in force by ${asOf}.`,
    },
  ];
}

function mappingNote(columns: readonly NotedColumn[]): CatalogueNote[] {
  const used = [...new Set(columns.flatMap(({ levels }) => levels))].map(levelOf);
  const decrees = new Set(used.flatMap(({ decree }) => (decree === null ? [] : [decree])));
  if (decrees.size < 2) return [];
  const mapped = used
    .filter(({ mapsTo }) => mapsTo !== null)
    .map((level) => ({ from: level, to: levelOf(level.mapsTo ?? level.code) }));
  const list = (one: (pair: (typeof mapped)[number]) => string): string => mapped.map(one).sort().join('; ');
  return [
    {
      kind: 'ONLINE_LEVELS_MAPPED',
      province: null,
      textVi: `Các danh mục dùng mức độ của nhiều nghị định (${[...decrees].sort().join(', ')}). Quy đổi khi so sánh: ${list(({ from, to }) => `${from.nameVi} → ${to.nameVi}`)}.`,
      textEn: `The catalogues use levels of several decrees (${[...decrees].sort().join(', ')}). Compared as: ${list(({ from, to }) => `${from.nameEn} → ${to.nameEn}`)}.`,
    },
  ];
}

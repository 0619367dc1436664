import type { BilingualText } from '@lientinh/contracts';
import type { TableAnswer } from '../table-format';
import { headOf, meaningOf, type ShownColumn } from '../table/shown-columns';
import { missingWords } from './missing-words';
import { KEPT_DISTINCT, type RowFacts } from './row-facts';
import { rightsNotes } from '../table/rights-notes';

/** Widths of the notes' columns, in characters: Vietnamese, English, value, number. */
export const NOTE_WIDTHS = [48, 48, 60, 14];

type NoteRow = readonly string[];
const line = ({ vi, en }: BilingualText, value = '', count = ''): NoteRow => [vi, en, value, count];
const heading = ({ vi, en }: BilingualText): NoteRow => [`${vi} / ${en}`];
const section = (title: BilingualText, rows: readonly NoteRow[]): readonly NoteRow[] =>
  rows.length === 0 ? [] : [heading(title), ...rows, line({ vi: '', en: '' })];

/** What cannot be seen in the rows. */
export interface NoteFacts {
  readonly columns: readonly ShownColumn[];
  readonly facts: RowFacts;
  /** Texts that a cell could not hold whole. */
  readonly cutTexts: number;
}

/** The sheet that says where the figures come from, what is missing and why, and what each column means; in both languages. */
export function noteRows(answer: TableAnswer, { columns, facts, cutTexts }: NoteFacts): readonly NoteRow[] {
  return [
    ...section({ vi: 'Bảng', en: 'Table' }, aboutTable(answer, facts)),
    ...section(
      { vi: 'Quyền xem', en: 'Rights' },
      rightsNotes(answer.scope, answer.plan).map((text) => line(text)),
    ),
    ...section({ vi: 'Nguồn', en: 'Sources' }, sources(answer, facts)),
    ...section({ vi: 'Ô trống và lý do', en: 'Missing values and why' }, reasons(facts)),
    ...section(
      { vi: 'Đổi phương pháp: không so với năm trước', en: 'Methodology breaks: do not compare with the year before' },
      breaks(facts),
    ),
    ...section({ vi: 'Cách ghi số liệu', en: 'How figures are written' }, writing(columns, cutTexts)),
    ...section({ vi: 'Các cột', en: 'Columns' }, columnNotes(columns, facts)),
  ];
}

function aboutTable({ plan, address, answeredAt, positions, model }: TableAnswer, facts: RowFacts): readonly NoteRow[] {
  const { label, description } = plan.set.set;
  return [
    line(label, model.title.vi),
    line(description),
    line({ vi: 'Địa chỉ truy vấn', en: 'Address of the query' }, address),
    line({ vi: 'Lấy lúc (UTC)', en: 'Taken at (UTC)' }, answeredAt.toISOString()),
    line({ vi: 'Số dòng', en: 'Rows' }, String(facts.rows)),
    ...positions.map(({ dataset, sequence, recordedAt }) =>
      line({ vi: `Sổ cái ${dataset}, mục cuối`, en: `Ledger of ${dataset}, last entry` }, recordedAt, String(sequence)),
    ),
  ];
}

function sources({ plan }: TableAnswer, facts: RowFacts): readonly NoteRow[] {
  if (!plan.addressable)
    return [
      line({
        vi: 'Các dòng được tổng hợp từ nhiều dòng gốc; nguồn xem ở các dòng gốc.',
        en: 'Rows were computed from many; look for sources in those.',
      }),
    ];
  if (!facts.namesSources) return [];
  const { kept, beyond } = facts.sources();
  const none = {
    vi: 'Không nêu tài liệu (hoặc nền tảng tự tính)',
    en: 'No document named (or computed by the platform)',
  };
  return [
    line({ vi: 'Tài liệu', en: 'Document' }, 'URL', 'Số dòng / Rows'),
    ...kept.map(({ document, url, rows }) =>
      document === null && url === null
        ? line(none, '', String(rows))
        : [document ?? '', document ?? '', url ?? '', String(rows)],
    ),
    ...(beyond === 0
      ? []
      : [
          line(
            { vi: `Tài liệu ngoài ${KEPT_DISTINCT} tài liệu trên`, en: `Documents beyond these ${KEPT_DISTINCT}` },
            '',
            String(beyond),
          ),
        ]),
  ];
}

function reasons(facts: RowFacts): readonly NoteRow[] {
  return facts.reasons().map(({ column, reason, rows }) => {
    const head = column.property?.column.label ?? { vi: column.name, en: column.name };
    const words = missingWords(reason);
    return line({ vi: `${head.vi}: ${words.vi}`, en: `${head.en}: ${words.en}` }, reason, String(rows));
  });
}

function breaks(facts: RowFacts): readonly NoteRow[] {
  return facts.breaks().map(({ index, year, criterion, name }) =>
    line(
      {
        vi: `Từ năm ${year}, ${index} tiêu chí ${criterion} đo cách khác hoặc có nghĩa khác`,
        en: `From ${year} on, criterion ${criterion} of ${index} is measured otherwise or means something else`,
      },
      name,
    ),
  );
}

function writing(columns: readonly ShownColumn[], cutTexts: number): readonly NoteRow[] {
  const has = (type: ShownColumn['type']): boolean => columns.some((column) => column.type === type);
  return [
    ...(has('Edm.DateTimeOffset')
      ? [line({ vi: 'Thời điểm theo giờ Việt Nam (UTC+7)', en: 'Instants are on the clocks of Vietnam (UTC+7)' })]
      : []),
    ...(has('Edm.Decimal')
      ? [
          line({
            vi: 'Excel giữ 15 chữ số có nghĩa; đủ mọi chữ số xem ở JSON, CSV hoặc Parquet',
            en: 'Excel keeps 15 significant digits; JSON, CSV and Parquet have all',
          }),
        ]
      : []),
    ...(cutTexts === 0
      ? []
      : [
          line(
            {
              vi: 'Số ô bị cắt vì dài hơn 32.767 ký tự',
              en: 'Cells cut because they are longer than 32,767 characters',
            },
            '',
            String(cutTexts),
          ),
        ]),
  ];
}

function columnNotes(columns: readonly ShownColumn[], facts: RowFacts): readonly NoteRow[] {
  const empty = facts.emptyCells();
  const rows = columns.map((column, index) => {
    const meaning = meaningOf(column) ?? {
      vi: 'Cột được tính hoặc mở rộng theo truy vấn.',
      en: 'Computed or expanded by the query.',
    };
    const head = { vi: headOf(column, 'vi'), en: headOf(column, 'en') };
    return line(
      { vi: `${head.vi}: ${meaning.vi}`, en: `${head.en}: ${meaning.en}` },
      `${column.name} (${column.type})`,
      String(empty[index] ?? 0),
    );
  });
  return [line({ vi: 'Cột và ý nghĩa', en: 'Column and meaning' }, 'OData', 'Ô trống / Empty'), ...rows];
}

import { ADMINISTRATIVE_LEVELS } from '@lientinh/contracts';
import type { BiSet } from '../bi-contract';
import { recordColumns, toPublication } from '../fact-columns';
import { column } from './columns';

/** Administrative procedures, as the graph shows them: what the register says, else the latest catalogue. */
export const procedures: BiSet = {
  name: 'procedures',
  singular: 'procedure',
  owner: 'procedures',
  datasets: ['PROCEDURES'],
  key: ['code'],
  searchable: true,
  provinceColumn: null,
  changeTracking: true,
  label: { vi: 'Thủ tục hành chính', en: 'Procedures' },
  description: {
    vi: 'Mỗi dòng là một thủ tục hành chính quốc gia: theo danh mục quốc gia; nếu danh mục quốc gia không có thì theo danh mục tỉnh mới nhất.',
    en: 'A row is a national administrative procedure: what the register says of it; where no register lists it, what the latest catalogue of a province says.',
  },
  columns: [
    column(
      'code',
      'TEXT',
      ['Mã thủ tục', 'Code'],
      [
        'Mã quốc gia dạng ngắn, ví dụ 1.001193; cũng là khóa trong GraphQL.',
        'National code in its short form: 1.001193.',
      ],
    ),
    column('name', 'TEXT', ['Tên thủ tục', 'Name'], ['Tên chính thức.', 'Official name.'], { collation: 'VIETNAMESE' }),
    column(
      'field',
      'TEXT',
      ['Lĩnh vực', 'Field'],
      ['Lĩnh vực quản lý nhà nước, như in.', 'Field of administration, as printed.'],
      { collation: 'VIETNAMESE' },
    ),
    column(
      'level',
      'TEXT',
      ['Cấp thực hiện', 'Level'],
      ['Cấp nơi nộp hồ sơ.', 'Level of government at which dossiers are filed.'],
      { values: ADMINISTRATIVE_LEVELS },
    ),
    column(
      'printed_authority',
      'TEXT',
      ['Cơ quan thực hiện', 'Authority'],
      ['Cơ quan giải quyết, như in; trống khi không nêu.', 'Authority that decides, as printed; null when not stated.'],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'audience',
      'TEXT',
      ['Đối tượng thực hiện', 'Audience'],
      [
        'Ai được nộp hồ sơ; các đối tượng cách nhau bằng "; ", trống khi không nêu.',
        'Who may file, joined by "; "; null when not stated.',
      ],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'result',
      'TEXT',
      ['Kết quả', 'Result'],
      ['Kết quả thực hiện; trống khi không nêu.', 'What is handed out at the end; null when not stated.'],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'components',
      'TEXT',
      ['Thành phần hồ sơ', 'Components'],
      [
        'Các giấy tờ của hồ sơ, cách nhau bằng "; "; trống khi không nêu.',
        'Papers of a dossier, joined by "; "; null when not stated.',
      ],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'legal_references',
      'TEXT',
      ['Căn cứ pháp lý', 'Legal references'],
      [
        'Số hiệu văn bản làm căn cứ, cách nhau bằng "; "; trống khi không nêu.',
        'Numbers of the instruments it rests on, joined by "; "; null when not stated.',
      ],
      { nullable: true, collation: 'VIETNAMESE' },
    ),
    column(
      'registered',
      'BOOLEAN',
      ['Trong danh mục quốc gia', 'Registered'],
      ['Danh mục quốc gia có thủ tục này.', 'The national register lists it.'],
    ),
    ...recordColumns,
  ],
  navigations: [
    {
      name: 'offerings',
      target: 'procedure_offerings',
      many: true,
      nullable: false,
      on: [{ from: 'code', to: 'procedure_code' }],
      partner: 'procedure',
      label: { vi: 'Các tỉnh cung cấp', en: 'Offerings' },
    },
    {
      name: 'dossier_statistics',
      target: 'dossier_statistics',
      many: true,
      nullable: false,
      on: [{ from: 'code', to: 'procedure_code' }],
      partner: 'procedure',
      // Statistics are found by province and month; of one procedure or of many, all are read.
      together: { narrowedBy: [] },
      label: { vi: 'Số liệu hồ sơ', en: 'Dossier statistics' },
    },
    toPublication,
  ],
};

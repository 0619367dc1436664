import { deletions, provinces, publications, type BiColumn, type BiNavigation, type BiSet } from '@lientinh/bi';

/** A column of text that is never null, unless told otherwise. */
export const column = (name: string, vi: string, more: Partial<BiColumn> = {}): BiColumn => ({
  name,
  type: 'TEXT',
  nullable: false,
  label: { vi, en: name.replaceAll('_', ' ') },
  description: { vi: `${vi}.`, en: `${name}.` },
  ...more,
});

/** A set of the agencies database with a key of text, unless told otherwise. */
export const set = (name: string, singular: string, more: Partial<BiSet> = {}): BiSet => ({
  name,
  singular,
  owner: 'agencies',
  datasets: [],
  key: ['id'],
  columns: [column('id', 'Khóa')],
  navigations: [],
  searchable: false,
  provinceColumn: null,
  changeTracking: false,
  label: { vi: name, en: name },
  description: { vi: `${name}.`, en: `${name}.` },
  ...more,
});

const navigation = (name: string, target: string, more: Partial<BiNavigation>): BiNavigation => ({
  name,
  target,
  many: false,
  nullable: false,
  on: [],
  label: { vi: name, en: name },
  ...more,
});

const surveys = set('surveys', 'survey', {
  searchable: true,
  label: { vi: 'Khảo sát', en: 'Surveys' },
  description: { vi: 'Mỗi dòng là một khảo sát <"&\'>.', en: 'A row is a survey <"&\'>.' },
  columns: [
    column('id', 'Khóa khảo sát', { maxLength: 40 }),
    column('name_vi', 'Tên khảo sát', { collation: 'VIETNAMESE', nullable: true }),
    column('method', 'Cách làm', { values: ['IN_PERSON', 'ONLINE'] }),
    column('province_id', 'Khóa tỉnh', { nullable: true }),
  ],
  navigations: [
    navigation('answers', 'answers', {
      many: true,
      on: [{ from: 'id', to: 'survey_id' }],
      partner: 'survey',
      label: { vi: 'Các trả lời', en: 'Answers' },
    }),
    navigation('province', 'provinces', {
      nullable: true,
      on: [{ from: 'province_id', to: 'id' }],
      label: { vi: 'Tỉnh', en: 'Province' },
    }),
  ],
});

const answers = set('answers', 'answer', {
  changeTracking: true,
  key: ['survey_id', 'question', 'asked_on'],
  label: { vi: 'Trả lời', en: 'Answers' },
  columns: [
    column('survey_id', 'Khóa khảo sát'),
    column('question', 'Câu hỏi số', { type: 'INTEGER' }),
    column('asked_on', 'Ngày hỏi', { type: 'DATE' }),
    column('share', 'Tỷ lệ (%)', { type: 'DECIMAL', nullable: true, precision: 5, scale: 2 }),
    column('weight', 'Quyền số', { type: 'DECIMAL', nullable: true }),
    column('votes', 'Số phiếu', { type: 'BIGINT' }),
    column('final', 'Chính thức', { type: 'BOOLEAN' }),
    column('recorded_at', 'Ghi nhận lúc', { type: 'INSTANT' }),
  ],
  navigations: [
    navigation('survey', 'surveys', {
      on: [{ from: 'survey_id', to: 'id' }],
      partner: 'answers',
      label: { vi: 'Khảo sát', en: 'Survey' },
    }),
  ],
});

/** A small contract with each kind of column, key and navigation; the sets that every database has are those of the product. */
export const fixtureContract: readonly BiSet[] = [provinces, surveys, answers, publications, deletions];

import type { BilingualText } from '@lientinh/contracts';
import type { ProvinceRecord } from '@lientinh/datasets';
import { findCriterion, type CriterionInFramework } from '../framework/framework-lookup.rules';
import { toCriterion } from '../framework/framework.types';
import type { ProvinceColumn } from '../province/column.rules';
import type { ScoreSheet } from '../score/score-sheet.rules';
import { compareMeanings } from './comparability.rules';
import type { ComparisonContent } from './comparison.rules';
import type { ComparabilityNote, ComparabilityNoteKind } from './comparison.types';

interface NotePlace {
  readonly criterion?: CriterionInFramework;
  readonly province?: ProvinceRecord;
  readonly year: number;
}

function note(kind: ComparabilityNoteKind, words: BilingualText, place: NotePlace): ComparabilityNote {
  const { criterion, province, year } = place;
  return {
    kind,
    words,
    year,
    criterion: criterion === undefined ? null : toCriterion(criterion),
    province: province === undefined ? null : { id: province.id },
  };
}

/** Everything a reader of the table has to know, in a fixed order: coverage, framework, boundaries, derived values. */
export function comparabilityNotes(content: ComparisonContent): ComparabilityNote[] {
  return [
    ...coverageNotes(content),
    ...content.criteria.flatMap((criterion) => frameworkNotes(content, criterion)),
    ...droppedNotes(content),
    ...content.columns.flatMap((column) => boundaryNotes(content, column)),
    ...content.criteria.flatMap((criterion) => derivedNotes(content, criterion)),
  ];
}

function coverageNotes({ sheet, baseline, criteria }: ComparisonContent): ComparabilityNote[] {
  const isPartial = (of: ScoreSheet): boolean =>
    criteria.some(({ definition }) => {
      const { isComplete, count } = of.national(definition.code);
      return count > 0 && !isComplete;
    });
  return [sheet, baseline].flatMap((of) => {
    if (of === null || !isPartial(of)) return [];
    const { index, year } = of;
    const words = {
      vi: `Số liệu ${index} năm ${year} chưa đủ các tỉnh: chỉ nêu thứ hạng do nguồn công bố, không tính trung vị và mức cao nhất.`,
      en: `The figures of ${index} ${year} do not cover all provinces: only ranks that a source prints are shown, no median or best.`,
    };
    return [note('PARTIAL_COVERAGE', words, { year })];
  });
}

function frameworkNotes({ sheet, baseline }: ComparisonContent, criterion: CriterionInFramework): ComparabilityNote[] {
  if (baseline === null) return [];
  const { code } = criterion.definition;
  const found = compareMeanings(sheet.index, code, baseline.year, sheet.year);
  if (found.comparable) return [];
  if (found.kind !== 'FRAMEWORK_CHANGED')
    return [
      note(found.kind, presenceWords(found.kind, code, baseline.year, sheet.year), { criterion, year: sheet.year }),
    ];
  return found.breaks.map((item) => note('FRAMEWORK_CHANGED', item.reason, { criterion, year: item.year }));
}

function presenceWords(
  kind: 'CRITERION_ADDED' | 'CRITERION_DROPPED',
  code: string,
  before: number,
  year: number,
): BilingualText {
  return kind === 'CRITERION_ADDED'
    ? {
        vi: `Tiêu chí ${code} có trong bộ tiêu chí năm ${year}, không có trong năm ${before}: không tính thay đổi.`,
        en: `Criterion ${code} is in the framework of ${year} and not in that of ${before}: no change is given.`,
      }
    : {
        vi: `Tiêu chí ${code} có trong bộ tiêu chí năm ${before}, không có trong năm ${year}.`,
        en: `Criterion ${code} is in the framework of ${before} and not in that of ${year}.`,
      };
}

/** Criteria of the baseline year at the depths shown that the year has no more. */
function droppedNotes({ sheet, baseline, criteria }: ComparisonContent): ComparabilityNote[] {
  const former = baseline?.framework ?? null;
  const framework = sheet.framework;
  if (baseline === null || former === null || framework === null || former === framework) return [];
  const shown = new Set(criteria.map(({ definition }) => definition.parentCode));
  return former.criteria
    .filter(({ code, parentCode }) => shown.has(parentCode) && findCriterion(framework, code) === null)
    .filter(({ code }) => !criteria.some(({ definition }) => definition.code === code))
    .map((definition) => {
      const words = presenceWords('CRITERION_DROPPED', definition.code, baseline.year, sheet.year);
      return note('CRITERION_DROPPED', words, { criterion: { framework: former, definition }, year: sheet.year });
    });
}

function boundaryNotes({ sheet, baseline }: ComparisonContent, column: ProvinceColumn): ComparabilityNote[] {
  const { unit, figures, baselineFigures, constituents } = column;
  const place = { province: unit, year: sheet.year };
  if (constituents.length > 0) {
    const names = (language: 'nameVi' | 'nameEn'): string =>
      constituents.map((part) => `${part[language]} (${part.code})`).join(', ');
    const words = {
      vi: `${unit.nameVi} hiện nay gồm các tỉnh năm ${sheet.year}: ${names('nameVi')}. Điểm chỉ số không cộng gộp được, nên không có điểm chung; điểm từng tỉnh nằm trong otherValues.`,
      en: `${unit.nameEn} of today was several provinces in ${sheet.year}: ${names('nameEn')}. Index scores cannot be added up, so there is no common value; theirs are in otherValues.`,
    };
    return [note('BOUNDARY_CHANGED', words, place)];
  }
  const renamed = [figures, baselineFigures].find((then) => then !== null && then.id !== unit.id);
  if (renamed !== undefined && renamed !== null) {
    const words = {
      vi: `${unit.nameVi} dùng số liệu của đơn vị cùng địa giới: ${renamed.nameVi} (${renamed.id}).`,
      en: `${unit.nameEn} takes the figures of the unit with the same territory: ${renamed.nameEn} (${renamed.id}).`,
    };
    return [note('BOUNDARY_CHANGED', words, place)];
  }
  if (baseline === null || figures === null || baselineFigures !== null) return [];
  const words = {
    vi: `Địa giới của ${unit.nameVi} năm ${baseline.year} khác năm ${sheet.year}: không tính thay đổi.`,
    en: `${unit.nameEn} had another territory in ${baseline.year} than in ${sheet.year}: no change is given.`,
  };
  return [note('BOUNDARY_CHANGED', words, { province: unit, year: baseline.year })];
}

function derivedNotes({ sheet, columns }: ComparisonContent, criterion: CriterionInFramework): ComparabilityNote[] {
  const { code } = criterion.definition;
  const isShown = columns.some(
    ({ figures }) => figures !== null && sheet.counted(figures.id, code)?.status === 'DERIVED',
  );
  if (!isShown) return [];
  const words = {
    vi: `Giá trị của ${code} là tổng các tiêu chí thành phần, theo cách tính của chỉ số; nền tảng tự cộng, không phải số công bố.`,
    en: `Values of ${code} are the sum of its parts, as the index defines it; added up by the platform, not published.`,
  };
  return [note('DERIVED_VALUE', words, { criterion, year: sheet.year })];
}

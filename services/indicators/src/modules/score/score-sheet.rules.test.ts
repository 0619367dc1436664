import fc from 'fast-check';
import { frameworkCatalogue } from '@lientinh/datasets';
import { compareDecimals, parseDecimal, sumDecimals } from '../numbers/decimal.rules';
import { rankedScores } from './ranked-scores.rules';
import { ScoreSheet } from './score-sheet.rules';
import type { StatedScore } from './stated-score';

const framework = frameworkCatalogue().framework('PAPI', 2018);
const PROVINCES = ['01@2008-08-01', '46@2004-01-01', '62@2004-01-01'];
const DIMENSIONS = ['1', '2', '3', '4', '5', '6', '7', '8'];

function stated(provinceId: string, criterion: string, value: string, more: Partial<StatedScore> = {}): StatedScore {
  return {
    index: 'PAPI',
    year: 2018,
    provinceId,
    criterion,
    status: 'PUBLISHED',
    standing: 'OFFICIAL',
    value: parseDecimal(value),
    maxScore: 10,
    method: null,
    publishedRank: null,
    publishedRankedAmong: null,
    source: null,
    sequence: 1,
    publication: 'scores-1',
    recordedAt: '2026-01-01T00:00:00.000000Z',
    ...more,
  };
}

function sheetOf(scores: readonly StatedScore[], complete: readonly string[] = []): ScoreSheet {
  return new ScoreSheet({
    index: 'PAPI',
    year: 2018,
    framework,
    precision: 2,
    stated: scores,
    declaredComplete: new Set(complete),
  });
}

const [HANOI = '', HUE = '', KON_TUM = ''] = PROVINCES;

describe('the value that counts', () => {
  const official = stated(HUE, '1', '5');
  const officialSum = ['1.1', '1.2', '1.3', '1.4'].map((code) => stated(HUE, code, '1.1'));
  const reported = stated(HUE, '1', '5.2', { standing: 'REPORTED', sequence: 3 });
  const reportedBefore = stated(HUE, '1', '5.3', { standing: 'REPORTED', sequence: 2 });
  const appraised = stated(HUE, '1', '5.4', { status: 'APPRAISED' });
  const claimed = stated(HUE, '1', '9', { status: 'SELF_ASSESSED', sequence: 9 });

  it.each([
    ['the official one before all', [reported, claimed, official, appraised, ...officialSum], '5', 'PUBLISHED'],
    [
      "the sum of the owner's own figures before what others report",
      [reported, claimed, appraised, ...officialSum],
      '4.4',
      'DERIVED',
    ],
    [
      'the latest reported one before the appraised one',
      [reported, reportedBefore, claimed, appraised],
      '5.2',
      'PUBLISHED',
    ],
    ['the appraised one before nothing', [claimed, appraised], '5.4', 'APPRAISED'],
  ] as const)('is %s', (_name, scores, value, status) => {
    const counted = sheetOf(scores).counted(HUE, '1');
    expect(counted?.status).toBe(status);
    expect(compareDecimals(counted?.value ?? parseDecimal('0'), parseDecimal(value))).toBe(0);
  });

  it('is never what a province claims for itself', () => {
    expect(sheetOf([claimed]).counted(HUE, '1')).toBeNull();
  });

  it('is a sum of reported figures only for want of anything reported for the whole', () => {
    const parts = officialSum.map((part) => ({ ...part, standing: 'REPORTED' as const }));
    expect(sheetOf([...parts, reported]).counted(HUE, '1')).toBe(reported);
    expect(sheetOf(parts).counted(HUE, '1')).toMatchObject({ status: 'DERIVED', fromOfficial: false });
  });
});

describe('derived values', () => {
  const part = fc.record({
    provinceId: fc.constantFrom(...PROVINCES),
    criterion: fc.constantFrom(...DIMENSIONS),
    value: fc.integer({ min: 0, max: 1000 }).map((units) => `${units / 100}`),
  });
  const parts = fc.uniqueArray(part, {
    maxLength: 24,
    selector: ({ provinceId, criterion }) => `${provinceId} ${criterion}`,
  });

  it('are there exactly when every part is, and are their exact sum', () => {
    fc.assert(
      fc.property(parts, (rows) => {
        const sheet = sheetOf(rows.map(({ provinceId, criterion, value }) => stated(provinceId, criterion, value)));
        for (const provinceId of PROVINCES) {
          const own = rows.filter((row) => row.provinceId === provinceId);
          const total = sheet.counted(provinceId, 'TOTAL');
          expect(total !== null).toBe(own.length === DIMENSIONS.length);
          if (total !== null)
            expect(compareDecimals(total.value, sumDecimals(own.map(({ value }) => parseDecimal(value))))).toBe(0);
        }
      }),
    );
    const full = DIMENSIONS.map((code) => stated(HUE, code, '5'));
    expect(sheetOf(full).counted(HUE, 'TOTAL')).toMatchObject({ status: 'DERIVED', maxScore: 80 });
    expect(sheetOf(full.slice(1)).counted(HUE, 'TOTAL')).toBeNull();
  });

  it('are made through two levels, and are as new as their newest part', () => {
    const leaves = (framework?.criteria ?? []).filter(({ depth }) => depth === 2);
    const scores = leaves.map(({ code }, place) =>
      stated(HUE, code, '0.5', { recordedAt: `2026-01-${10 + place}T00:00:00.000000Z` }),
    );
    const total = sheetOf(scores).counted(HUE, 'TOTAL');
    expect(total).toMatchObject({ status: 'DERIVED', recordedAt: `2026-01-${9 + leaves.length}T00:00:00.000000Z` });
    expect(compareDecimals(total?.value ?? parseDecimal('0'), parseDecimal(String(leaves.length * 0.5)))).toBe(0);
  });

  it('are not made of appraised or claimed parts', () => {
    const scores = DIMENSIONS.map((code, place) => stated(HUE, code, '5', place === 0 ? { status: 'APPRAISED' } : {}));
    expect(sheetOf(scores).counted(HUE, 'TOTAL')).toBeNull();
  });
});

describe('ranks and national values', () => {
  const scores = [
    stated(HANOI, '1', '5'),
    stated(HUE, '1', '7'),
    stated(KON_TUM, '1', '6', { publishedRank: 17, publishedRankedAmong: 63 }),
  ];

  it('are computed where the criterion was declared complete', () => {
    const sheet = sheetOf(scores, ['1']);
    expect(scores.map((score) => sheet.placement(score))).toEqual([
      { rank: 3, rankedAmong: 3 },
      { rank: 1, rankedAmong: 3 },
      { rank: 2, rankedAmong: 3 },
    ]);
    expect(sheet.national('1')).toMatchObject({
      isComplete: true,
      count: 3,
      median: { units: 6n },
      best: { units: 7n },
    });
  });

  it('are as printed, else absent, where it was not', () => {
    const sheet = sheetOf(scores, ['2']);
    expect(scores.map((score) => sheet.placement(score))).toEqual([null, null, { rank: 17, rankedAmong: 63 }]);
    expect(sheet.national('1')).toMatchObject({ isComplete: false, count: 3, median: null, best: null });
    expect(rankedScores(sheet, '1').map(({ key }) => key)).toEqual([[17, KON_TUM]]);
  });

  it("leave a third source's figure for a province that the index does not score out of the ranking", () => {
    const reported = stated(KON_TUM, '2', '9', { standing: 'REPORTED', publishedRank: 4 });
    const sheet = sheetOf([stated(HANOI, '2', '5'), stated(HUE, '2', '6'), reported], ['2']);
    expect(sheet.national('2').count).toBe(2);
    expect(sheet.placement(reported)).toEqual({ rank: 4, rankedAmong: null });
    expect(rankedScores(sheet, '2').map(({ figure }) => figure.provinceId)).toEqual([HUE, HANOI]);
  });

  it('hold for a sum when all its parts are complete', () => {
    const all = PROVINCES.flatMap((id, place) => DIMENSIONS.map((code) => stated(id, code, `${5 + place}`)));
    expect(sheetOf(all, DIMENSIONS).national('TOTAL')).toMatchObject({ isComplete: true, count: 3 });
    expect(sheetOf(all, DIMENSIONS.slice(1)).national('TOTAL')).toMatchObject({ isComplete: false, count: 3 });
  });

  it('are nothing for a criterion that there is not', () => {
    expect(sheetOf(scores).national('99')).toMatchObject({ isComplete: false, count: 0 });
  });
});

import fc from 'fast-check';
import { frameworkCatalogue } from '@lientinh/datasets';
import type { LocalClientId } from '@lientinh/identity';
import type { IndicatorsHarness } from '../indicators-harness';

/** An index and year that random publications are about; years that follow each other, within a framework and across a break. */
interface RandomSheet {
  readonly index: string;
  readonly year: number;
  readonly publisher: LocalClientId;
  readonly provinces: readonly string[];
}

const FOUR = ['62', '33', '46', '08'];
export const RANDOM_SHEETS: readonly RandomSheet[] = [
  ...[2011, 2012, 2018, 2019, 2020].map((year) => ({
    index: 'PAPI',
    year,
    publisher: 'papi' as const,
    provinces: ['62', '24', '22', '01'],
  })),
  ...[2017, 2018].map((year) => ({ index: 'PAR_INDEX', year, publisher: 'ministry' as const, provinces: FOUR })),
  ...[2008, 2009].map((year) => ({ index: 'PCI', year, publisher: 'pci' as const, provinces: ['01', '62', '33'] })),
  ...[2022, 2023].map((year) => ({ index: 'DTI', year, publisher: 'dti' as const, provinces: FOUR })),
];

const CLAIMING: Readonly<Record<string, LocalClientId>> = {
  '62': 'kon-tum',
  '33': 'hung-yen',
  '46': 'thua-thien-hue',
  '08': 'tuyen-quang',
};

/** Something that happens to the ledger of scores. */
export type Step =
  | { readonly kind: 'PUBLISH'; readonly as: LocalClientId; readonly input: Readonly<Record<string, unknown>> }
  | { readonly kind: 'RETRACT'; readonly place: number };

type Lane = 'PUBLISHED' | 'REPORTED' | 'APPRAISED' | 'CLAIM';
const LANES: readonly Lane[] = ['PUBLISHED', 'PUBLISHED', 'PUBLISHED', 'REPORTED', 'REPORTED', 'APPRAISED'];

const PARTS = ['TOTAL', 'DIMENSIONS', 'LEAVES', 'SOME'] as const;

/** The criteria that a publication states: the total, all of a depth (so that sums come about), or some. */
function criteriaOf(
  { index, year }: RandomSheet,
  parts: (typeof PARTS)[number],
  picks: readonly number[],
): readonly string[] {
  const all = frameworkCatalogue().framework(index, year)?.criteria ?? [];
  const deepest = Math.max(...all.map(({ depth }) => depth));
  const chosen = {
    TOTAL: all.filter(({ depth }) => depth === 0),
    DIMENSIONS: all.filter(({ depth }) => depth === 1),
    LEAVES: all.filter(({ depth }) => depth === deepest),
    SOME: all.filter((_, place) => picks.some((pick) => pick % all.length === place)),
  }[parts];
  return (chosen.length === 0 ? all.slice(0, 1) : chosen).map(({ code }) => code);
}

const publishStep = (sheets: readonly RandomSheet[], lanes: readonly Lane[]): fc.Arbitrary<Step> =>
  fc
    .record({
      sheet: fc.constantFrom(...sheets),
      parts: fc.constantFrom(...PARTS),
      picks: fc.array(fc.nat(99), { minLength: 1, maxLength: 6 }),
      lane: fc.constantFrom(...lanes),
      coverage: fc.constantFrom('COMPLETE', 'COMPLETE', 'PARTIAL'),
      press: fc.constantFrom('báo Nhân Dân', 'trang của tỉnh'),
      units: fc.array(fc.nat(9), { minLength: 1, maxLength: 4 }),
      // Thousandths of half a point: many are equal at the two decimals at which ranks are computed.
      values: fc.array(fc.integer({ min: 80, max: 105 }), { minLength: 7, maxLength: 7 }),
      ranks: fc.array(fc.option(fc.integer({ min: 1, max: 63 }), { freq: 2 }), { minLength: 5, maxLength: 5 }),
    })
    .map(({ sheet, parts, picks, lane, coverage, press, units, values, ranks }): Step => {
      const provinces = [...new Set(units.map((unit) => sheet.provinces[unit % sheet.provinces.length] ?? '62'))];
      const claimed = lane === 'CLAIM';
      const cells = (claimed ? provinces.slice(0, 1) : provinces).flatMap((province) =>
        criteriaOf(sheet, parts, picks).map((criterion) => ({ province, criterion })),
      );
      const scores = cells.map((cell, place) => {
        const rank = ranks[place % ranks.length] ?? null;
        return {
          ...cell,
          value: (values[place % values.length] ?? 80) / 200,
          ...(rank === null ? {} : { publishedRank: rank }),
        };
      });
      const { index, year } = sheet;
      const status = claimed ? 'SELF_ASSESSED' : lane === 'APPRAISED' ? 'APPRAISED' : 'PUBLISHED';
      const reported = lane === 'REPORTED' ? { standing: 'REPORTED', source: { document: press } } : {};
      const as = claimed ? (CLAIMING[provinces[0] ?? ''] ?? 'kon-tum') : sheet.publisher;
      return {
        kind: 'PUBLISH',
        as,
        input: { index, year, status, coverage: claimed ? 'PARTIAL' : coverage, scores, ...reported },
      };
    });

/** Only provinces claim, and only for the PAR INDEX. */
const claimStep = publishStep(
  RANDOM_SHEETS.filter(({ index }) => index === 'PAR_INDEX'),
  ['CLAIM'],
);
const retractStep: fc.Arbitrary<Step> = fc.record({ kind: fc.constant('RETRACT' as const), place: fc.nat(99) });

/** Several steps, now and then a claim or a retraction of an earlier publication. */
export const history: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 6, arbitrary: publishStep(RANDOM_SHEETS, LANES) },
    { weight: 1, arbitrary: claimStep },
    { weight: 2, arbitrary: retractStep },
  ),
  { minLength: 5, maxLength: 9 },
);

interface Published {
  readonly id: string;
  readonly as: LocalClientId;
}

/** Does what steps say; remembers what can be taken back. */
export class HistoryPlayer {
  readonly #published: Published[] = [];
  #keys = 0;

  constructor(private readonly subgraph: IndicatorsHarness) {}

  /** The instant at which the ledger moved; null when there was nothing to take back. */
  async play(step: Step): Promise<string | null> {
    return step.kind === 'PUBLISH' ? this.#publish(step.as, step.input) : this.#retract(step.place);
  }

  async #publish(as: LocalClientId, input: Readonly<Record<string, unknown>>): Promise<string | null> {
    this.#keys += 1;
    const { publication } = await this.subgraph.accepted(as, { idempotencyKey: `step-${this.#keys}`, ...input });
    if (publication === null) return null;
    this.#published.push({ id: publication.id, as });
    return publication.receivedAt;
  }

  async #retract(place: number): Promise<string | null> {
    const [chosen] = this.#published.splice(place % Math.max(1, this.#published.length), 1);
    if (chosen === undefined) return null;
    const { data, errors } = await this.subgraph.retract(chosen.as, chosen.id);
    if (data?.retractScores.status !== 'RETRACTED') throw new Error(JSON.stringify(errors));
    const { rows } = await this.subgraph.database.write('read-position', ({ connection }) =>
      connection.query<{ at: string }>(
        `select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from ledger_entry order by sequence desc limit 1`,
      ),
    );
    return rows[0]?.at ?? null;
  }
}

import { provinceCatalogue } from '@lientinh/datasets';
import * as fc from 'fast-check';
import type { Platform, Topology } from '../src';
import { ask, tokenOf } from './support';

/** A question that GraphQL and OData both answer, as rows of plain values in one order. */
type GraphQuestion =
  | {
      readonly kind: 'comparison' | 'ranking';
      readonly cell: Cell;
      readonly provinces: readonly string[];
      readonly depth: number;
    }
  | { readonly kind: 'scores'; readonly cell: Cell; readonly provinces: readonly string[] }
  | {
      readonly kind: 'dossiers';
      readonly provinces: readonly string[];
      readonly from: number;
      readonly months: number;
    };
interface Cell {
  readonly IndexCode: string;
  readonly Year: number;
  readonly CriterionCode: string;
}
type Rows = readonly (readonly unknown[])[];

/** Made for this test: the dossiers are nobody's. */
const DOSSIER_PUBLISHERS = [
  { client: 'thua-thien-hue', code: '46' },
  { client: 'kon-tum', code: '62' },
  { client: 'hung-yen', code: '33' },
  { client: 'tuyen-quang', code: '08' },
] as const;
const DOSSIER_YEAR = 2021;
const PROCEDURES = ['1.000288', '1.001193', '2.000815'];

const COMPARISON = `query ($index: ID!, $year: Int!, $provinces: [ID!]!, $depth: Int!) {
  comparison(index: $index, year: $year, provinces: $provinces, depth: $depth) {
    rows { criterion { code } nationalMedian nationalBest nationalCount
      cells { province { id } value maxScore rank rankedAmong change rankChange gapToBest status missing selfAssessed selfAssessedGap
        source { document url } } } } }`;
const RANKING = `query ($index: ID!, $year: Int!, $criterion: ID!, $after: String) {
  ranking(index: $index, year: $year, criterion: $criterion, first: 500, after: $after) {
    nodes { province { id } value maxScore rank rankedAmong status } } }`;
const SCORES = `query ($filter: ScoreFilter!) { scores(filter: $filter, first: 500) {
  nodes { id value maxScore status source { document url } } } }`;
const DOSSIERS = `query ($provinces: [ID!]!, $from: Date!, $to: Date!) { dossierComparison(provinces: $provinces, from: $from, to: $to) {
  province { id } received receivedOnline receivedPostal resolved onTime overdue paidOnline resultsDigitised } }`;
const COUNTS = [
  'Received',
  'ReceivedOnline',
  'ReceivedPostal',
  'Resolved',
  'OnTime',
  'Overdue',
  'PaidOnline',
  'ResultsDigitised',
];
const PUBLISH = `mutation ($input: PublishDossierStatisticsInput!) {
  publishDossierStatistics(input: $input) { status problems { path message } } }`;

const quoted = (values: readonly string[]): string => values.map((value) => `'${value}'`).join(',');
const byText = (rows: Rows): Rows => [...rows].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
const monthOf = (month: number): string => `${DOSSIER_YEAR}-${String(month).padStart(2, '0')}-01`;

/** Asks both doors the same. */
export class GraphQuestions {
  /** Questions whose answers had rows: equal emptiness proves little. */
  askedWithRows = 0;
  #cells: Promise<readonly Cell[]> | undefined;

  constructor(
    private readonly topology: Topology,
    private readonly token: string,
  ) {}

  static async publishDossiers(platform: Platform): Promise<void> {
    for (const [place, { client, code }] of DOSSIER_PUBLISHERS.entries()) {
      const rows = Array.from({ length: 12 }, (_, month) =>
        PROCEDURES.map((procedure, order) => {
          const received = 100 + place * 7 + month * 5 + order * 11;
          const resolved = received - (month % 3);
          return {
            ...{ procedure, month: monthOf(month + 1), received, resolved, receivedOnline: 10 * order + month },
            ...{
              receivedPostal: month % 4,
              onTime: resolved - order,
              overdue: order,
              paidOnline: month,
              resultsDigitised: order,
            },
          };
        }),
      ).flat();
      const input = { idempotencyKey: 'three-doors', province: code, rows };
      const answer = await ask(platform.topology.gateway, PUBLISH, { input }, await tokenOf(platform, client));
      expect(answer).toMatchObject({ data: { publishDossierStatistics: { status: 'ACCEPTED', problems: [] } } });
    }
  }

  questions(): fc.Arbitrary<GraphQuestion> {
    const provinces = fc.uniqueArray(fc.nat({ max: 62 }), { minLength: 1, maxLength: 6 });
    const codes = provinces.map((places) => places.map((place) => inForce2018[place % inForce2018.length] ?? '46'));
    const cell = fc.nat().map((place) => ({ IndexCode: '', Year: place, CriterionCode: '' }));
    return fc.oneof(
      fc.record({
        kind: fc.constantFrom('comparison', 'ranking'),
        cell,
        provinces: codes,
        depth: fc.integer({ min: 0, max: 3 }),
      }),
      fc.record({ kind: fc.constant('scores'), cell, provinces: codes }),
      fc.record({
        kind: fc.constant('dossiers'),
        provinces: fc.shuffledSubarray(
          DOSSIER_PUBLISHERS.map(({ code }) => code),
          { minLength: 1 },
        ),
        from: fc.integer({ min: 1, max: 12 }),
        months: fc.integer({ min: 0, max: 11 }),
      }),
    );
  }

  async ask(question: GraphQuestion): Promise<{ odata: Rows; graphql: Rows }> {
    const answer = await this.#ask(question);
    if (answer.graphql.length > 0) this.askedWithRows += 1;
    return { odata: byText(answer.odata), graphql: byText(answer.graphql) };
  }

  async #ask(question: GraphQuestion): Promise<{ odata: Rows; graphql: Rows }> {
    if (question.kind === 'dossiers') return this.#askDossiers(question);
    const cells = await (this.#cells ??= this.#publishedCells());
    const cell = cells[question.cell.Year % cells.length];
    if (cell === undefined) throw new Error('nothing is published');
    if (question.kind === 'comparison') return this.#askComparison(cell, question.provinces, question.depth);
    return question.kind === 'ranking' ? this.#askRanking(cell) : this.#askScores(cell, question.provinces);
  }

  async #publishedCells(): Promise<readonly Cell[]> {
    return this.#odata<Cell>('Rankings?$apply=groupby((IndexCode,Year,CriterionCode))');
  }

  async #askComparison(
    cell: Cell,
    provinces: readonly string[],
    depth: number,
  ): Promise<{ odata: Rows; graphql: Rows }> {
    const units = provinceCatalogue().inForce(`${cell.Year}-06-30`);
    const asked = units.filter(({ code }) => provinces.includes(code));
    const variables = { index: cell.IndexCode, year: cell.Year, provinces: asked.map(({ code }) => code), depth };
    const { comparison } = await this.#graphql<{ comparison: { rows: readonly ComparisonRow[] } }>(
      COMPARISON,
      variables,
    );
    const filter = `IndexCode eq '${cell.IndexCode}' and Year eq ${cell.Year} and CriterionDepth le ${depth} and ProvinceId in (${quoted(asked.map(({ id }) => id))})`;
    const odata = await this.#odata<Record<string, unknown>>(`Comparisons?$filter=${encodeURIComponent(filter)}`);
    return {
      graphql: comparison.rows.flatMap((row) =>
        row.cells.map((one) => [
          ...[
            row.criterion.code,
            one.province.id,
            one.value,
            one.maxScore,
            one.rank,
            one.rankedAmong,
            one.change,
            one.rankChange,
          ],
          ...[
            one.gapToBest,
            one.status,
            one.missing,
            one.selfAssessed,
            one.selfAssessedGap,
            one.source?.document ?? null,
          ],
          ...[one.source?.url ?? null, row.nationalMedian, row.nationalBest, row.nationalCount],
        ]),
      ),
      odata: odata.map((one) => [
        ...[
          one['CriterionCode'],
          one['ProvinceId'],
          one['Value'],
          one['MaxScore'],
          one['Rank'],
          one['RankedAmong'],
          one['Change'],
        ],
        ...[
          one['RankChange'],
          one['GapToBest'],
          one['Status'],
          one['Missing'],
          one['SelfAssessed'],
          one['SelfAssessedGap'],
        ],
        ...[one['SourceDocument'], one['SourceUrl'], one['NationalMedian'], one['NationalBest'], one['NationalCount']],
      ]),
    };
  }

  async #askRanking({ IndexCode, Year, CriterionCode }: Cell): Promise<{ odata: Rows; graphql: Rows }> {
    const { ranking } = await this.#graphql<{ ranking: { nodes: readonly Ranked[] } }>(RANKING, {
      index: IndexCode,
      year: Year,
      criterion: CriterionCode,
    });
    const filter = `IndexCode eq '${IndexCode}' and Year eq ${Year} and CriterionCode eq '${CriterionCode}' and Rank ne null`;
    const odata = await this.#odata<Record<string, unknown>>(`Rankings?$filter=${encodeURIComponent(filter)}`);
    return {
      graphql: ranking.nodes.map((one) => [
        one.province.id,
        one.value,
        one.maxScore,
        one.rank,
        one.rankedAmong,
        one.status,
      ]),
      odata: odata.map((one) => [
        ...[one['ProvinceId'], one['Value'], one['MaxScore'], one['Rank'], one['RankedAmong'], one['Status']],
      ]),
    };
  }

  async #askScores(
    { IndexCode, Year, CriterionCode }: Cell,
    provinces: readonly string[],
  ): Promise<{ odata: Rows; graphql: Rows }> {
    const units = provinceCatalogue()
      .inForce(`${Year}-06-30`)
      .filter(({ code }) => provinces.includes(code));
    const filter = {
      ...{ index: IndexCode, years: [Year], criteria: [CriterionCode], status: 'PUBLISHED' },
      provinces: units.map(({ code }) => code),
    };
    const { scores } = await this.#graphql<{ scores: { nodes: readonly Stated[] } }>(SCORES, { filter });
    const text = `IndexCode eq '${IndexCode}' and Year eq ${Year} and CriterionCode eq '${CriterionCode}' and Status eq 'PUBLISHED' and ProvinceId in (${quoted(units.map(({ id }) => id))})`;
    const odata = await this.#odata<Record<string, unknown>>(`Scores?$filter=${encodeURIComponent(text)}`);
    return {
      graphql: scores.nodes.map((one) => [
        ...[one.id, one.value, one.maxScore, one.status, one.source?.document ?? null, one.source?.url ?? null],
      ]),
      odata: odata.map((one) => [
        ...[one['Id'], one['Value'], one['MaxScore'], one['Status'], one['SourceDocument'], one['SourceUrl']],
      ]),
    };
  }

  async #askDossiers(question: Extract<GraphQuestion, { kind: 'dossiers' }>): Promise<{ odata: Rows; graphql: Rows }> {
    const { provinces, from } = question;
    const [first, last] = [monthOf(from), monthOf(Math.min(12, from + question.months))];
    const { dossierComparison } = await this.#graphql<{
      dossierComparison: readonly (Record<string, number> & { province: { id: string } })[];
    }>(DOSSIERS, { provinces, from: first, to: last });
    const filter = `Month ge ${first} and Month le ${last} and ProvinceCode in (${quoted(provinces)})`;
    const sums = COUNTS.map((name) => `${name} with sum as Sum${name}`).join(',');
    const apply = `filter(${filter})/groupby((ProvinceId),aggregate(${sums}))`;
    const odata = await this.#odata<Record<string, unknown>>(`DossierStatistics?$apply=${encodeURIComponent(apply)}`);
    const graphName = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);
    return {
      graphql: dossierComparison.map((one) => [one.province.id, ...COUNTS.map((name) => one[graphName(name)])]),
      odata: odata.map((one) => [one['ProvinceId'], ...COUNTS.map((name) => one[`Sum${name}`])]),
    };
  }

  async #graphql<Data>(query: string, variables: object): Promise<Data> {
    const answer = await ask(this.topology.gateway, query, variables, this.token);
    if (answer.errors !== undefined) throw new Error(`${JSON.stringify(variables)}: ${JSON.stringify(answer.errors)}`);
    return answer.data as unknown as Data;
  }

  /** Every page. */
  async #odata<Row>(address: string): Promise<Row[]> {
    const rows: Row[] = [];
    let next: string | undefined = `${this.topology.connector}/odata/v4/${address}`;
    while (next !== undefined) {
      const response: Response = await fetch(next, { headers: { authorization: `Bearer ${this.token}` } });
      const page = (await response.json()) as { readonly value: Row[]; readonly '@odata.nextLink'?: string };
      if (response.status !== 200) throw new Error(`${next}: ${JSON.stringify(page)}`);
      rows.push(...page.value);
      next = page['@odata.nextLink'];
    }
    return rows;
  }
}

const inForce2018 = provinceCatalogue()
  .inForce('2018-06-30')
  .map(({ code }) => code);

interface SourcedValue {
  readonly value: number | null;
  readonly maxScore: number | null;
  readonly status: string | null;
  readonly source: { readonly document: string | null; readonly url: string | null } | null;
}
interface ComparisonRow {
  readonly criterion: { readonly code: string };
  readonly nationalMedian: number | null;
  readonly nationalBest: number | null;
  readonly nationalCount: number;
  readonly cells: readonly (SourcedValue & {
    readonly province: { readonly id: string };
    readonly rank: number | null;
    readonly rankedAmong: number | null;
    readonly change: number | null;
    readonly rankChange: number | null;
    readonly gapToBest: number | null;
    readonly missing: string | null;
    readonly selfAssessed: number | null;
    readonly selfAssessedGap: number | null;
  })[];
}
interface Ranked extends SourcedValue {
  readonly province: { readonly id: string };
  readonly rank: number | null;
  readonly rankedAmong: number | null;
}
interface Stated extends SourcedValue {
  readonly id: string;
}

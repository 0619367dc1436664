import type { MigrationInterface, QueryRunner } from 'typeorm';
import { z } from 'zod';
import { DATASETS } from '@lientinh/contracts';
import { invalidRequest } from '@lientinh/errors';
import { mayPublish, throwIfRefused } from '@lientinh/identity';
import { statement } from '@lientinh/postgres';
import { runChecks, uniqueCheck, valueCheck, VersionedTable, type BulkDataset } from '../../src';

/** Facts shaped like the scores of an index: for the tests and measurements of this package only. */
export const EXAMPLE_SCORE_COLUMNS = `index_code text not null, year integer not null, province text not null, criterion text not null,
  status text not null, value numeric not null, publication bigint not null, recorded_from timestamptz not null,
  recorded_to timestamptz not null`;

/** The key and look-up indexes that such a table needs. */
export const exampleScoreIndexes = (table: string): string => `
  create unique index ${table}_current on ${table} (index_code, year, province, criterion, status) where recorded_to = 'infinity';
  create index ${table}_by_criterion on ${table} (index_code, year, criterion, status);
  create index ${table}_by_publication on ${table} (publication);`;

export class CreateExampleScores1795240000001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `create table example_score (${EXAMPLE_SCORE_COLUMNS}); ${exampleScoreIndexes('example_score')}`,
    );
  }
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table example_score');
  }
}

const STAGING = 'staged_scores';
const UNIT = ['index_code', 'year', 'province', 'criterion', 'status'];

/** The staged rows with their types; the scope is the same for all of them. */
const typed = (
  index: string,
  status: string,
): string => `(select '${index}'::text as index_code, year::integer as year, province, criterion,
  '${status}'::text as status, value::numeric as value from ${STAGING})`;

const INDICES = ['PAPI', 'PCI', 'PAR_INDEX', 'DTI'];
const STATUSES = ['PUBLISHED', 'APPRAISED', 'SELF_ASSESSED'];
const tables = new Map(
  INDICES.flatMap((index) =>
    STATUSES.map((status) => [
      `${index} ${status}`,
      new VersionedTable({
        table: 'example_score',
        unit: UNIT,
        key: UNIT,
        values: ['value'],
        staging: typed(index, status),
      }),
    ]),
  ),
);

const CHECKS = [
  valueCheck(STAGING, [
    { column: 'year', kind: 'integer', required: true },
    { column: 'province', kind: 'text', required: true, maximumLength: 2 },
    { column: 'criterion', kind: 'text', required: true, maximumLength: 20 },
    { column: 'value', kind: 'decimal', required: true },
    { column: 'surveyed_on', kind: 'date' },
  ]),
  uniqueCheck(STAGING, ['year', 'province', 'criterion']),
];

/** Scores of one index over several years. */
export const exampleScores: BulkDataset = {
  name: 'scores',
  dataset: DATASETS[1],
  staging: STAGING,
  parameters: ['index', 'status'],
  columns: [
    { column: 'year', required: true },
    { column: 'province', names: ['province_code', 'province'], required: true },
    { column: 'criterion', names: ['criterion_code', 'criterion'], required: true },
    { column: 'value', names: ['score', 'value'], required: true },
    { column: 'surveyed_on', required: false },
    { column: 'note', required: false },
  ],
  open({ publisher, parameters }) {
    const { index = '', status = 'PUBLISHED' } = parameters;
    const table = tables.get(`${index} ${status}`);
    if (table === undefined) throw invalidRequest({ reason: { vi: 'chỉ số không có', en: 'no such index' } });
    const right = { dataset: 'SCORES', province: null, index, status } as const;
    throwIfRefused(mayPublish(publisher, right));
    return {
      province: null,
      rights: [right],
      scope: { index, status },
      confidential: status === 'SELF_ASSESSED' ? { ledgerScope: { index } } : null,
      check: (writer, problems) => runChecks(writer, CHECKS, problems),
      async store(writer, { sequence, recordedAt }) {
        const superseded = await table.supersede(writer, recordedAt);
        return { superseded, rowCount: await table.insert(writer, sequence, recordedAt) };
      },
    };
  },
};

/** Numbers that tests ask for. */
export const countScores = statement(
  'count-example-scores',
  z.object({ all: z.coerce.number(), current: z.coerce.number(), total: z.string().nullable() }),
  `select count(*) as all, count(*) filter (where recorded_to = 'infinity') as current, sum(value)::text as total from example_score`,
);

/** The values of one year in the order of provinces, as text. */
export const valuesOfYear = statement(
  'list-example-values',
  z.object({ value: z.string() }),
  'select value::text as value from example_score where year = $1 order by province',
);

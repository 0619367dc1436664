// Prints how dossierComparison answers with 200,000 and with 20,000,000 rows of statistics, how fast the bulk door loads against plain
// COPY into a table with the same keys and indexes, and how the catalogues of four provinces compare. The numbers are synthetic.
//   node services/procedures/bench/procedures.bench.mjs [large rows, 20000000] [rounds of loading, 3]
import { createReadStream } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { csvLine, factLine, HEADER, lines, MONTHS, procedures, PROVINCES, writeLines } from './support/synthetic.mjs';
import { agenciesFor, loadStatistics, publishRegister } from './support/load.mjs';
import { measure, startWorkshop } from './support/service.mjs';

const require = createRequire(import.meta.url);
const { from: copyFrom } = require('pg-copy-streams');

const LARGE_ROWS = Number(process.argv[2] ?? 20_000_000);
const LOADING_ROUNDS = Number(process.argv[3] ?? 3);
const SAMPLE_AGENCIES = 10;
const P95_LIMIT_MS = 50;
const CATALOGUE_LIMIT_MS = 100;
const GROWTH_LIMIT = 2;
const LOAD_RATIO = 0.5;
const faults = [];
const register = procedures();
const codes = register.map(({ code }) => code);

const seconds = async (work) => {
  const start = process.hrtime.bigint();
  await work();
  return Number(process.hrtime.bigint() - start) / 1e9;
};
const number = (value) => Math.round(value).toLocaleString('en-US');
const demand = (held, text) => {
  console.log(`${held ? 'ok  ' : 'MISS'} ${text}`);
  if (!held) faults.push(text);
};

const COMPARE = `query($provinces: [ID!]!, $field: String, $level: AdministrativeLevel, $procedure: ID) {
  dossierComparison(provinces: $provinces, from: "2021-01-01", to: "2023-12-31", field: $field, level: $level, procedure: $procedure) {
    province { id } received onTime overdue onTimeShare onlineShare } }`;

async function compare(service, label, times = 400) {
  const four = (round) => [0, 1, 2, 3].map((step) => PROVINCES[(round * 4 + step * 17) % PROVINCES.length]);
  const kinds = {
    'all procedures': () => ({}),
    'one field': (round) => ({ field: register[(round * 31) % register.length].field }),
    'one level': () => ({ level: 'PROVINCIAL' }),
    'one procedure': (round) => ({ procedure: codes[(round * 37) % Math.min(80, codes.length)] }),
  };
  const results = {};
  for (const [kind, filter] of Object.entries(kinds)) {
    await measure(50, (round) => service.ask(COMPARE, { provinces: four(round), ...filter(round) }));
    const found = await measure(times, (round) =>
      service.ask(COMPARE, { provinces: four(round + 50), ...filter(round + 50) }),
    );
    results[kind] = found.p95;
    console.log(
      `     ${label}: dossierComparison, 4 provinces, 3 years, ${kind}: p50 ${found.p50.toFixed(1)} ms, p95 ${found.p95.toFixed(1)} ms`,
    );
  }
  return results;
}

async function compareLoading(workshop) {
  const service = await workshop.start('loading');
  await publishRegister(service, register);
  const order = { seed: 7, procedures: codes, months: MONTHS, agencies: SAMPLE_AGENCIES };
  const file = join(workshop.folder, 'sample.csv');
  const facts = join(workshop.folder, 'facts.csv');
  await writeLines(file, HEADER, lines(order, csvLine));
  await writeLines(facts, '', lines(order, factLine('62@2004-01-01')));
  const rows = codes.length * MONTHS.length * SAMPLE_AGENCIES;
  await service.client.query(
    `create table plain_statistic (like dossier_statistic including all) partition by range (month)`,
  );
  for (const year of [2021, 2022, 2023]) {
    await service.client.query(
      `create table plain_${year} partition of plain_statistic for values from ('${year}-01-01') to ('${year + 1}-01-01')`,
    );
  }
  const target = `plain_statistic (province, month, procedure_code, agency, received, received_online, received_postal, resolved, on_time,
    overdue, paid_online, results_digitised, publication, recorded_from, recorded_to)`;
  const best = { copy: Infinity, door: Infinity };
  for (let round = 1; round <= LOADING_ROUNDS; round += 1) {
    await service.client.query('truncate plain_statistic; checkpoint');
    const copy = await seconds(() =>
      pipeline(
        createReadStream(facts, { highWaterMark: 1 << 16 }),
        service.client.query(copyFrom(`copy ${target} from stdin with (format csv)`)),
      ),
    );
    await service.client.query('truncate dossier_statistic; truncate dossier_rollup; checkpoint');
    const authorization = await service.bearer('62');
    const door = await seconds(() =>
      service.upload(
        'dossier-statistics?province=62',
        authorization,
        `sample-${round}`,
        createReadStream(file, { highWaterMark: 1 << 16 }),
      ),
    );
    console.log(
      `     round ${round}: ${number(rows)} rows, plain COPY ${number(rows / copy)} rows/s (${copy.toFixed(1)} s), bulk door ${number(rows / door)} rows/s (${door.toFixed(1)} s)`,
    );
    best.copy = Math.min(best.copy, copy);
    best.door = Math.min(best.door, door);
  }
  demand(
    best.copy / best.door >= LOAD_RATIO,
    `bulk door loads at ${(best.copy / best.door).toFixed(2)} of the rate of plain COPY (at least ${LOAD_RATIO})`,
  );
  console.log(`     highest memory of the service: ${service.peakMemory()} MiB`);
}

const CATALOGUES = `query($after: String) { catalogueComparison(provinces: ["46", "62", "33", "08"], asOf: "2021-06-30") {
  common columns { total onlyHere missingHere fullShare lateShare }
  rows(first: 50, after: $after) { totalCount nodes { procedure { code name } offerings { oneStop ways { mode feeVnd } publishedLate } differences { field values } } } } }`;

async function compareCatalogues(service) {
  const query =
    'mutation($input: PublishProceduresInput!) { publishProcedures(input: $input) { status problems { message } } }';
  for (const [place, province] of ['46', '62', '33', '08'].entries()) {
    const rows = register
      .filter((_, position) => position % 10 !== place)
      .map(({ code, name, field, level, ways }, position) => ({
        ...{ code, name, field, level, oneStop: (position + place) % 5 !== 0 },
        onlineService: ['LEVEL_2', 'LEVEL_3', 'LEVEL_4'][(position + place) % 3],
        ways: ways.map(({ mode, processingDays }) => ({
          mode,
          processingDays,
          feeVnd: ((position + place) % 4) * 10_000,
        })),
        decidedOn: '2021-01-04',
        publishedOn: `2021-01-${String(5 + (position % 10)).padStart(2, '0')}`,
      }));
    const input = { idempotencyKey: `catalogue-${province}`, province, asOf: '2021-01-01', procedures: rows };
    const took = await seconds(async () => {
      const { publishProcedures: receipt } = await service.ask(query, { input }, await service.bearer(province));
      if (receipt.status !== 'ACCEPTED') throw new Error(JSON.stringify(receipt).slice(0, 500));
    });
    console.log(`     catalogue of ${province}: ${rows.length} procedures published in ${(took * 1000).toFixed(0)} ms`);
  }
  await service.client.query('analyze');
  await measure(20, () => service.ask(CATALOGUES, {}));
  const { p50, p95 } = await measure(100, () => service.ask(CATALOGUES, {}));
  demand(
    p95 < CATALOGUE_LIMIT_MS,
    `first page of the comparison of four catalogues: p50 ${p50.toFixed(1)} ms, p95 ${p95.toFixed(1)} ms (under ${CATALOGUE_LIMIT_MS})`,
  );
}

async function main() {
  const workshop = await startWorkshop();
  try {
    await compareLoading(workshop);
    if (LARGE_ROWS === 0) return;
    const small = await workshop.start('small');
    await publishRegister(small, register);
    await compareCatalogues(small);
    const smallRows = await loadStatistics(small, () => ({ procedures: codes.slice(0, 88), agencies: 1 }));
    const few = await compare(small, `${number(smallRows)} rows`);
    const large = await workshop.start('large');
    await publishRegister(large, register);
    const agencies = agenciesFor(LARGE_ROWS, codes);
    let largeRows = 0;
    const took = await seconds(async () => {
      largeRows = await loadStatistics(large, (place) => ({ procedures: codes, agencies: agencies(place) }));
    });
    console.log(
      `     ${number(largeRows)} rows loaded through the bulk door in ${took.toFixed(0)} s (${number(largeRows / took)} rows/s, making them included)`,
    );
    const many = await compare(large, `${number(largeRows)} rows`);
    for (const [kind, p95] of Object.entries(many)) {
      demand(
        p95 < P95_LIMIT_MS && p95 <= few[kind] * GROWTH_LIMIT,
        `${kind}: p95 ${few[kind].toFixed(1)} ms → ${p95.toFixed(1)} ms, ratio ${(p95 / few[kind]).toFixed(2)} (under ${P95_LIMIT_MS} ms, ratio at most ${GROWTH_LIMIT})`,
      );
    }
    console.log(`     highest memory of the service: ${large.peakMemory()} MiB`);
  } finally {
    await workshop.stop();
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await main();

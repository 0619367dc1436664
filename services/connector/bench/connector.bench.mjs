// Prints how fast the connector hands out 5,000,000 rows of dossier statistics, as ratios against COPY of the same rows in the same run;
// how fast it pages against an endpoint written by hand; and its memory. The rows are synthetic.
//   node services/connector/bench/connector.bench.mjs [rows, 5000000] [rounds, 3] [folder that keeps the database, none]
import { startWorkshop } from './support/workshop.mjs';

const ROWS = Number(process.argv[2] ?? 5_000_000);
const ROUNDS = Number(process.argv[3] ?? 3);
const FOLDER = process.argv[4] ?? null;
const PAGE_ROWS = 10_000;
const PAGED_ROWS = 1_000_000;
const LARGEST_PAGE = 1_000_000;
const JSON_RATIO = 0.2;
const CSV_RATIO = 0.6;
const MEMORY_LIMIT_MB = 250;

const faults = [];
const number = (value) => Math.round(value).toLocaleString('en-US');
const demand = (held, text) => {
  console.log(`${held ? 'ok  ' : 'MISS'} ${text}`);
  if (!held) faults.push(text);
};
const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];

/** The columns of a fact, in the table and in the view, and as properties. */
const COUNTS = [
  'received',
  'received_online',
  'received_postal',
  'resolved',
  'on_time',
  'overdue',
  'paid_online',
  'results_digitised',
];
const TABLE_COLUMNS = ['province', 'month', 'procedure_code', 'agency', ...COUNTS, 'publication', 'recorded_from'];
const VIEW_COLUMNS = ['province_id', 'month', 'procedure_code', 'agency', ...COUNTS, 'publication_id', 'recorded_at'];
const propertyName = (column) => column.replaceAll(/(?:^|_)(.)/g, (_, letter) => letter.toUpperCase());
const SELECT = `$select=${VIEW_COLUMNS.map(propertyName).join(',')}`;

/** Runs the contestants in turns; medians of their seconds. A first turn, which is not counted, fills caches and counts the rows. */
async function compare(workshop, contestants, rows) {
  const entries = Object.entries(contestants);
  const known = {};
  const taken = Object.fromEntries(entries.map(([name]) => [name, []]));
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [name, { sign, extra = 0, ...job }] of entries) {
      const before = workshop.processorSeconds();
      const answer = await workshop.read(round === 0 ? { ...job, sign } : job);
      const processor = workshop.processorSeconds() - before;
      if (round > 0) taken[name].push({ seconds: answer.seconds, processor });
      const counted = answer.rows - extra * (answer.pages ?? 1);
      if (round === 0 && counted !== rows) throw new Error(`${name}: ${counted} rows instead of ${rows}`);
      known[name] ??= answer.bytes;
      if (known[name] !== answer.bytes) throw new Error(`${name}: ${answer.bytes} bytes, and ${known[name]} before`);
    }
  }
  return Object.fromEntries(
    entries.map(([name]) => {
      const seconds = median(taken[name].map((one) => one.seconds));
      const processor = median(taken[name].map((one) => one.processor));
      const ofConnector =
        processor < 0.5 ? '' : `, ${number(rows / processor)} rows per processor second of the connector`;
      console.log(
        `     ${name.padEnd(34)} ${seconds.toFixed(2).padStart(6)} s, ${number(rows / seconds).padStart(9)} rows/s, ${number(known[name] / 1e6)} MB${ofConnector}`,
      );
      return [name, seconds];
    }),
  );
}

const json = (address) => ({
  kind: 'pages',
  url: address,
  headers: { accept: 'application/json' },
  pageRows: LARGEST_PAGE,
  rows: Number.MAX_SAFE_INTEGER,
  sign: '{',
  extra: 1,
});
const csv = (address) => ({
  kind: 'pages',
  url: address,
  headers: {},
  pageRows: 1,
  rows: 0,
  sign: '\n',
  extra: 1,
});
const copy = (url, sql) => ({ kind: 'copy', url, sql });

async function compareExports(workshop) {
  const { url, connector, rows } = workshop;
  const table = copy(url, `select ${TABLE_COLUMNS.join(', ')} from dossier_statistic`);
  console.log(`\n     the columns of the table (${TABLE_COLUMNS.length}):`);
  const some = await compare(
    workshop,
    {
      'COPY of the table': table,
      'COPY of the view': copy(url, `select ${VIEW_COLUMNS.join(', ')} from bi.dossier_statistics`),
      'connector, CSV': csv(`${connector}?${SELECT}&$format=csv`),
      'connector, JSON': json(`${connector}?${SELECT}`),
    },
    rows,
  );
  console.log('\n     all columns of the set:');
  const all = await compare(
    workshop,
    {
      'COPY of the table, its columns': table,
      'COPY of the view': copy(url, 'select * from bi.dossier_statistics'),
      'connector, CSV': csv(`${connector}?$format=csv`),
      'connector, JSON': json(connector),
    },
    rows,
  );
  console.log('');
  for (const [format, limit] of [
    ['CSV', CSV_RATIO],
    ['JSON', JSON_RATIO],
  ]) {
    const name = `connector, ${format}`;
    const ratios = {
      'columns of the table, against COPY of the table': some['COPY of the table'] / some[name],
      'columns of the table, against COPY of the view': some['COPY of the view'] / some[name],
      'all columns, against COPY of the view': all['COPY of the view'] / all[name],
    };
    for (const [what, ratio] of Object.entries(ratios))
      demand(ratio >= limit, `${format}, ${what}: ${(ratio * 100).toFixed(0)} % (at least ${limit * 100} %)`);
    const wider = all['COPY of the table, its columns'] / all[name];
    console.log(
      `     ${format}, all columns, against COPY of the table's fewer columns: ${(wider * 100).toFixed(0)} %`,
    );
  }
}

async function comparePages(workshop) {
  const { connector, peer, rows } = workshop;
  const paged = Math.min(PAGED_ROWS, Math.floor(rows / PAGE_ROWS) * PAGE_ROWS);
  console.log(`\n     pages of ${number(PAGE_ROWS)} rows, one after the other, ${number(paged)} rows:`);
  const read = { kind: 'pages', pageRows: PAGE_ROWS, rows: paged, sign: '{', extra: 1 };
  const found = await compare(
    workshop,
    {
      'fastify, pg, JSON.stringify': { ...read, url: `${peer}/statistics?limit=${PAGE_ROWS}`, headers: {} },
      connector: { ...read, url: `${connector}?${SELECT}`, headers: { prefer: `odata.maxpagesize=${PAGE_ROWS}` } },
    },
    paged,
  );
  const ratio = found['fastify, pg, JSON.stringify'] / found.connector;
  console.log('');
  demand(ratio >= 1, `pages: ${ratio.toFixed(2)} of the speed of the endpoint written by hand (at least 1)`);
}

async function main() {
  const workshop = await startWorkshop(ROWS, FOLDER);
  try {
    console.log(`     ${number(workshop.rows)} synthetic rows; medians of ${ROUNDS} rounds in turns`);
    await compareExports(workshop);
    await comparePages(workshop);
    const memory = workshop.peakMemory();
    demand(
      memory < MEMORY_LIMIT_MB,
      `memory of the connector over the whole run: ${memory.toFixed(0)} MB at most (under ${MEMORY_LIMIT_MB} MB)`,
    );
  } finally {
    await workshop.stop();
  }
  process.exitCode = faults.length === 0 ? 0 : 1;
}

await main();

/**
 * Reads every document that has an expectation and prints recall and precision by list and field, and the milliseconds a reading takes.
 *
 *   node packages/plan-reader/bench/score.mjs [--expected <folder>] [--details]
 *
 * Documents and expectations are read in place from `../shared/documents` beside the repository.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { agrees, compareList, share } from './compare.mjs';
import { headerFields, indexGoals, legalReferences, reportDuties, shortcomings, targets, tasks } from './lists.mjs';
import { loadMetrics, loadProvinces } from './reference-data.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const shared = resolve(here, '../../../../shared');
const given = process.argv.indexOf('--expected');
const expectedFolder = given === -1 ? join(shared, 'documents/expected') : resolve(process.argv[given + 1]);
const showDetails = process.argv.includes('--details');

if (!existsSync(join(shared, 'documents')) || !existsSync(expectedFolder)) {
  console.error(`No documents to score: ${join(shared, 'documents')} or ${expectedFolder} is missing.`);
  process.exit(1);
}

const require = createRequire(import.meta.url);
const { readPlan } = require('../dist/src/index.js');
const options = {
  directory: { resolve: (name) => ({ agencyKey: name, officialName: null }) },
  provinces: loadProvinces(shared),
  metrics: loadMetrics(shared),
};

/** The median of some readings, in milliseconds. */
function timeOf(text) {
  const times = Array.from({ length: 9 }, () => {
    const start = performance.now();
    readPlan(text, options);
    return performance.now() - start;
  });
  return times.sort((left, right) => left - right)[4];
}

function printList(name, result) {
  const right = result.correct;
  const read = result.found + result.extra.length;
  const columns = [
    name.padEnd(18),
    `expected ${String(result.required).padStart(3)}`,
    `recall ${share(result.found, result.required).toFixed(3)}`,
    `precision ${share(result.found, read).toFixed(3)}`,
    `all fields right ${share(right, result.required).toFixed(3)}`,
  ];
  console.log(`  ${columns.join('  ')}`);
  const fields = Object.entries(result.fields).map(
    ([field, { right: good, of }]) => `${field} ${share(good, of).toFixed(3)}`,
  );
  if (result.found > 0) console.log(`      ${fields.join('  ')}`);
  if (!showDetails) return;
  for (const entry of result.missing) console.log(`      missing  ${JSON.stringify(entry)}`);
  for (const { entry, failed, actual } of result.wrong)
    console.log(
      `      wrong ${failed.join(', ')}\n        expected ${JSON.stringify(entry)}\n        read     ${JSON.stringify(actual)}`,
    );
  for (const entry of result.extra) console.log(`      extra    ${JSON.stringify(entry)}`);
}

for (const file of readdirSync(expectedFolder)
  .filter((name) => name.endsWith('.json'))
  .sort()) {
  const expected = JSON.parse(readFileSync(join(expectedFolder, file), 'utf8'));
  const text = readFileSync(join(shared, 'documents', file.replace('.json', '.txt')), 'utf8');
  const reading = readPlan(text, options);
  console.log(`\n${file}  ${timeOf(text).toFixed(1)} ms, ${reading.findings.length} findings`);
  const header = Object.entries(headerFields).map(([name, valueOf]) => ({
    name,
    right: agrees(expected.meta, name, valueOf(reading)),
    read: valueOf(reading),
  }));
  console.log(`  header            ${header.filter((entry) => entry.right).length} of ${header.length} fields right`);
  for (const entry of header)
    if (!entry.right)
      console.log(
        `      ${entry.name}: read ${JSON.stringify(entry.read)}, expected ${JSON.stringify(expected.meta[entry.name])}`,
      );
  const goalLines = new Set((expected.index_goals ?? []).map((goal) => goal.line));
  for (const list of [
    legalReferences,
    targets(expected.meta.period_to, goalLines),
    indexGoals,
    shortcomings,
    tasks,
    reportDuties,
  ]) {
    printList(list.key, compareList(list, expected[list.key] ?? [], list.of(reading)));
  }
}

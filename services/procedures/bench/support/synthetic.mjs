// What the measurements are made of: the real codes of the national register, read in place, and made-up numbers.
import { existsSync } from 'node:fs';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';

const require = createRequire(import.meta.url);
const { monthsFrom, provinceCatalogue, readProcedureRegister, syntheticDossiers } = require('@lientinh/datasets');

const PUBLISHED = fileURLToPath(new URL('../../../../../shared/data/published', import.meta.url));
export const MONTHS = monthsFrom(2021, 36);
export const PROVINCES = provinceCatalogue()
  .inForce('2021-06-30')
  .map(({ code }) => code);

/** The 2,849 procedures of the register; made-up ones where the folder of real data is absent. */
export function procedures() {
  if (existsSync(PUBLISHED)) return readProcedureRegister(PUBLISHED);
  return Array.from({ length: 2_849 }, (_, place) => ({
    code: `9.${String(place).padStart(6, '0')}`,
    name: `Thủ tục giả lập ${place}`,
    field: `Lĩnh vực giả lập ${place % 160}`,
    level: ['PROVINCIAL', 'DISTRICT', 'COMMUNE'][place % 3],
    authority: null,
    audience: [],
    ways: [{ mode: 'DIRECT', processingDays: (place % 15) + 1 }],
  }));
}

export const HEADER =
  'procedure,agency,month,received,receivedOnline,receivedPostal,resolved,onTime,overdue,paidOnline,resultsDigitised\n';

const CHUNK = 1 << 18;

/** CSV lines of one province's statistics, in chunks of bytes. `line` writes one row. */
export function* lines(order, line) {
  let text = '';
  for (const row of syntheticDossiers(order)) {
    text += line(row);
    if (text.length < CHUNK) continue;
    yield Buffer.from(text);
    text = '';
  }
  yield Buffer.from(text);
}

const counts = (row) =>
  `${row.received},${row.receivedOnline},${row.receivedPostal},${row.resolved},${row.onTime},${row.overdue},${row.paidOnline},${row.resultsDigitised}`;

export const csvLine = (row) => `${row.procedure},${row.agency},${row.month},${counts(row)}\n`;
/** The same row as the table of facts has it. */
export const factLine = (province) => (row) =>
  `${province},${row.month},${row.procedure},${row.agency},${counts(row)},1,2024-01-01T00:00:00Z,infinity\n`;

export async function writeLines(file, header, chunks) {
  const out = createWriteStream(file);
  out.write(header);
  for (const chunk of chunks) if (!out.write(chunk)) await once(out, 'drain');
  out.end();
  await once(out, 'finish');
}

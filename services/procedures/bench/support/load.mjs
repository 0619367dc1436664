// Puts the register and statistics of every province into a running service, through its doors.
import { Readable } from 'node:stream';
import { csvLine, HEADER, lines, MONTHS, PROVINCES } from './synthetic.mjs';

/** Publishes the register through the mutation. */
export async function publishRegister(service, register) {
  const input = {
    idempotencyKey: 'register',
    procedures: register.map(({ code, name, field, level, authority, audience }) => ({
      code,
      name,
      field,
      level,
      authority,
      audience,
    })),
  };
  const query =
    'mutation($input: PublishNationalProceduresInput!) { publishNationalProcedures(input: $input) { status problems { message } } }';
  const { publishNationalProcedures: receipt } = await service.ask(query, { input }, await service.ministry());
  if (receipt.status !== 'ACCEPTED') throw new Error(JSON.stringify(receipt).slice(0, 500));
}

/** Number of agencies of the province at a place in the list with which all provinces together have at least so many rows. */
export function agenciesFor(rows, codes) {
  const shares = Math.ceil(rows / (codes.length * MONTHS.length));
  return (place) => Math.floor(shares / PROVINCES.length) + (place < shares % PROVINCES.length ? 1 : 0);
}

/**
 * Every province's statistics of 36 months through the bulk door, one file each; `shape(place)` says which procedures and how many
 * agencies. Rows accepted.
 */
export async function loadStatistics(service, shape) {
  let rows = 0;
  for (const [place, province] of PROVINCES.entries()) {
    const order = { seed: place + 1, months: MONTHS, ...shape(place) };
    if (order.agencies === 0) continue;
    const body = Readable.from(
      (function* () {
        yield Buffer.from(HEADER);
        yield* lines(order, csvLine);
      })(),
    );
    const authorization = await service.bearer(province);
    rows += (await service.upload(`dossier-statistics?province=${province}`, authorization, `load-${place}`, body))
      .acceptedRows;
  }
  await service.client.query('vacuum (analyze) dossier_statistic');
  await service.client.query('vacuum (analyze) dossier_rollup');
  return rows;
}

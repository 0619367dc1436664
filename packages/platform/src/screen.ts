import type { LocalCredentials } from '@lientinh/identity';
import type { Progress } from './facts/publish';
import type { StepListener } from './platform';
import type { Topology } from './topology';

const write = (text: string): void => void process.stdout.write(text);

/** Prints a line for each step, with its seconds when it is done. */
export const printStep: StepListener = (step) => {
  const from = Date.now();
  if (process.stdout.isTTY) write(`  … ${step}`);
  return () => write(`${process.stdout.isTTY ? '\r' : ''}  ✓ ${step} (${((Date.now() - from) / 1000).toFixed(1)} s)\n`);
};

/** Prints progress on one line where there is a terminal, else every tenth. */
export function printProgress(what: string): Progress {
  const from = Date.now();
  let told = -1;
  return (done, total, rows) => {
    const tenth = total === 0 ? 10 : Math.floor((done / total) * 10);
    if (done < total && tenth === told && !process.stdout.isTTY) return;
    told = tenth;
    const seconds = Math.max((Date.now() - from) / 1000, 0.001);
    const rate = rows === 0 ? '' : `, ${rows} rows, ${Math.round(rows / seconds)} rows/s`;
    const end = done === total;
    write(
      `${process.stdout.isTTY ? '\r' : ''}  ${end ? '✓' : '…'} ${what}: ${done}/${total}${rate}${end || !process.stdout.isTTY ? '\n' : ''}`,
    );
  };
}

/** Addresses, and the clients of the local issuer with their secrets. */
export function printAddresses(places: Topology, clients: readonly LocalCredentials[]): void {
  const lines = [
    '',
    `  GraphQL        ${places.gateway}/graphql`,
    `  GraphiQL       ${places.gateway}/`,
    `  OData          ${places.connector}/odata/v4/   (Excel, Power BI, Tableau; ${places.connector}/odata/v4/vi/ tiếng Việt)`,
    `  BI files       ${places.connector}/connect   (.pbids, .odc, .iqy; workbook keys at /keys)`,
    `  PostgreSQL     127.0.0.1:${places.postgresPort}   (views for SQL: docs/bi.md)`,
    `  publish        ${places.gateway}/publish/<dataset>`,
    `  changes        ${places.gateway}/changes`,
    `  health         ${places.gateway}/health/ready`,
    `  issuer         ${places.issuer}`,
    '',
    '  Bearer token · lấy mã truy cập:  npx lientinh token <client>',
    ...clients.map(({ id, secret }) => `    ${id.padEnd(16)} secret ${secret}`),
    '',
  ];
  write(`${lines.join('\n')}\n`);
}

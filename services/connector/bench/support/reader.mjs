// The process that reads what the contestants send, as cheaply as it can: it looks at bytes, and at rows only where it is told to count.
//   { kind: 'copy', url, sql }                     COPY over the wire of PostgreSQL
//   { kind: 'pages', url, headers, rows, sign }    HTTP, following the next links until there were so many rows or no link
import http from 'node:http';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { Client } = require('pg');

const TAIL_BYTES = 4096;
const agent = new http.Agent({ keepAlive: true });

/** Bytes and rows; PostgreSQL says the number of rows at the end. */
async function copy({ url, sql }) {
  const client = new Client({ connectionString: url });
  client.on('error', () => undefined); // the wire is cut at the end
  await client.connect();
  await client.query(`set timezone = 'UTC'; set jit = off`);
  const { connection } = client;
  const { stream } = connection;
  // From here on the wire is ours: the client would look at every row.
  stream.removeAllListeners('data');
  const start = process.hrtime.bigint();
  const answer = await new Promise((resolve, reject) => {
    let bytes = 0;
    let tail = Buffer.alloc(0);
    stream.on('error', reject);
    stream.on('data', (chunk) => {
      bytes += chunk.length;
      tail = chunk.length >= 64 ? chunk.subarray(-64) : Buffer.concat([tail, chunk]).subarray(-64);
      // ReadyForQuery: the last message.
      if (!tail.subarray(-6).equals(Buffer.from([90, 0, 0, 0, 5, 73]))) return;
      const rows = /COPY (\d+)\0/.exec(tail.toString('latin1'))?.[1];
      if (rows === undefined) reject(new Error(`COPY failed: ${tail.toString()}`));
      else resolve({ bytes, rows: Number(rows) });
    });
    connection.query(`copy (${sql}) to stdout with (format csv)`);
  });
  const seconds = Number(process.hrtime.bigint() - start) / 1e9;
  stream.destroy();
  return { ...answer, seconds };
}

/** Bytes, pages, and rows where a sign is said that every row has once; else rows are the caller's to know from the bytes. */
async function pages({ url, headers, pageRows, rows: wanted, sign }) {
  const found = { bytes: 0, rows: 0, pages: 0, seconds: 0 };
  const start = process.hrtime.bigint();
  for (let next = url; next !== null;) {
    const { bytes, rows, tail } = await page(next, headers, sign);
    found.bytes += bytes;
    found.rows += rows;
    found.pages += 1;
    const link = /"@odata\.nextLink":"([^"]+)"/.exec(tail)?.[1];
    next = link === undefined || found.pages * pageRows >= wanted ? null : link;
  }
  found.seconds = Number(process.hrtime.bigint() - start) / 1e9;
  return found;
}

function page(url, headers, sign) {
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (response) => {
      let bytes = 0;
      let rows = 0;
      let tail = Buffer.alloc(0);
      response.on('data', (chunk) => {
        bytes += chunk.length;
        tail =
          chunk.length >= TAIL_BYTES ? chunk.subarray(-TAIL_BYTES) : Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
        if (sign !== undefined) rows += count(chunk, sign);
      });
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve({ bytes, rows, tail: tail.toString() });
        else reject(new Error(`${response.statusCode}: ${tail.toString()}`));
      });
    });
    request.once('error', reject);
  });
}

function count(chunk, sign) {
  let found = 0;
  for (let place = chunk.indexOf(sign); place !== -1; place = chunk.indexOf(sign, place + 1)) found += 1;
  return found;
}

process.on('message', async (job) => {
  const work = { copy, pages }[job.kind];
  process.send(await work(job).catch((error) => ({ failure: String(error.stack) })));
});
process.once('SIGTERM', () => process.exit(0));

import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { GraphAnswerError, readJson, type GraphError } from '@lientinh/client';
import { connect } from '../credentials';
import { readDataset } from '../dataset-names';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** `lientinh export`: the ledger of a data set as JSON lines, to standard output or whole into a file. */
export async function exportCommand(
  terminal: Terminal,
  datasetName: string,
  options: { readonly output?: string },
): Promise<ExitStatus> {
  const dataset = readDataset(datasetName);
  const client = await connect(terminal, undefined);
  const response = await client.request(`/changes?dataset=${dataset}`, { headers: { accept: 'application/x-ndjson' } });
  if (!response.ok || response.body === null) {
    const { errors = [] } = (await readJson(response)) as { errors?: readonly GraphError[] };
    throw new GraphAnswerError(errors, null, response.status);
  }
  const lines = Readable.fromWeb(response.body);
  if (options.output === undefined) {
    await pipeline(lines, process.stdout, { end: false });
    return EXIT.DONE;
  }
  const draft = `${options.output}.part`;
  try {
    await pipeline(lines, createWriteStream(draft));
    await rename(draft, options.output);
  } finally {
    await rm(draft, { force: true });
  }
  return EXIT.DONE;
}

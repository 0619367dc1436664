import { STATUS_CODES } from 'node:http';
import type { BatchAnswer } from './run-batch';

/** The answers as `multipart/mixed`, each with a status line and headers of its own. */
export async function* multipartAnswers(answers: AsyncIterable<BatchAnswer>, boundary: string): AsyncGenerator<Buffer> {
  for await (const answer of answers) {
    yield Buffer.from(headOf(answer, boundary), 'latin1');
    if (answer.body !== null && Buffer.isBuffer(answer.body)) yield answer.body;
    else if (answer.body !== null) yield* answer.body as AsyncIterable<Buffer>;
    yield Buffer.from('\r\n');
  }
  yield Buffer.from(`--${boundary}--\r\n`);
}

function headOf({ id, named, status, headers }: BatchAnswer, boundary: string): string {
  return [
    `--${boundary}`,
    'Content-Type: application/http',
    'Content-Transfer-Encoding: binary',
    ...(named ? [`Content-ID: ${id}`] : []),
    '',
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n');
}

import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import type { ODataAnswer, ODataRequest } from '../exchange';
import { headerElements } from '../header-list';
import { bodyTypeNotSupported, methodNotAllowed } from '../http.errors';
import { negotiateFormat, type OfferedFormat } from '../negotiation';
import { readPreferences } from '../preferences';
import { readBody } from '../request-body';
import { type BatchRequest, MAXIMUM_BATCH_BYTES } from './batch-request';
import { jsonAnswers } from './json-answer';
import { readJsonBatch } from './json-request';
import { multipartAnswers } from './multipart-answer';
import { readMultipartBatch } from './multipart-request';
import { type Answerer, runBatch } from './run-batch';

export { type Answerer, type BegunAnswer } from './run-batch';

const JSON_FORMAT: OfferedFormat = { shortName: 'json', mediaType: 'application/json' };
const MULTIPART_FORMAT: OfferedFormat = { shortName: 'multipart', mediaType: 'multipart/mixed' };

/**
 * `POST $batch`: several requests in one, as multipart/mixed or JSON. The answer is written while the requests run.
 */
export async function answerBatch(request: ODataRequest, answer: Answerer): Promise<ODataAnswer> {
  if (request.method !== 'POST') throw methodNotAllowed({ method: request.method, allowed: ['POST', 'OPTIONS'] });
  const { requests, own } = await readRequests(request);
  const chosen = answerFormat(request, own);
  const preferences = readPreferences(singleHeader(request, 'prefer'));
  const { continueOnError } = preferences;
  const answers = runBatch({ outer: request, requests, continueOnError, answer });
  const boundary = `batchresponse_${randomUUID()}`;
  const asJson = chosen.shortName === JSON_FORMAT.shortName;
  const { applied } = preferences;
  return {
    status: 200,
    headers: {
      'odata-version': request.version,
      'content-type': asJson ? 'application/json;charset=utf-8' : `multipart/mixed;boundary=${boundary}`,
      'cache-control': 'private, no-cache',
      ...(applied.continueOnError === null ? {} : { 'preference-applied': applied.continueOnError }),
    },
    open: () => {
      const parts = asJson ? jsonAnswers(answers) : multipartAnswers(answers, boundary);
      return Promise.resolve(Readable.from(parts, { objectMode: false }));
    },
  };
}

/**
 * The answer is of the kind of the batch. Accept may name the other one from 4.01 on; before, batches had one kind, and clients send the
 * Accept of their other requests along.
 */
function answerFormat({ version, headers }: ODataRequest, own: OfferedFormat): Pick<OfferedFormat, 'shortName'> {
  const other = own === JSON_FORMAT ? MULTIPART_FORMAT : JSON_FORMAT;
  return version === '4.0' ? own : negotiateFormat(null, headers.accept, [own, other]);
}

async function readRequests(
  request: ODataRequest,
): Promise<{ readonly requests: readonly BatchRequest[]; readonly own: OfferedFormat }> {
  const [type] = headerElements(request.headers['content-type']);
  if (type?.name !== JSON_FORMAT.mediaType && type?.name !== MULTIPART_FORMAT.mediaType)
    throw bodyTypeNotSupported({
      mediaType: type?.name ?? '',
      expected: [MULTIPART_FORMAT.mediaType, JSON_FORMAT.mediaType],
    });
  const body = await readBody(request.body, MAXIMUM_BATCH_BYTES);
  if (type.name === JSON_FORMAT.mediaType) return { requests: readJsonBatch(body), own: JSON_FORMAT };
  return { requests: readMultipartBatch(body, type.parameters), own: MULTIPART_FORMAT };
}

function singleHeader({ headers }: ODataRequest, name: string): string | undefined {
  const value = headers[name];
  return Array.isArray(value) ? value.join(',') : value;
}

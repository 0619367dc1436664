import { headerElements } from '../header-list';
import { batchMalformed, batchTooLong } from '../http.errors';
import { MAXIMUM_BATCH_REQUESTS, type BatchRequest } from './batch-request';
import { boundaryOf, LineReader, type MimePart, readParts } from './mime-reader';

const REQUEST_LINE = /^([A-Z]{1,16}) (\S{1,65536}) HTTP\/1\.[01]$/;

/** The requests of a `multipart/mixed` batch (OData 4.01 Protocol, section 11.7.7). ODATA_BATCH_MALFORMED names the part. */
export function readMultipartBatch(body: Buffer, parameters: ReadonlyMap<string, string>): readonly BatchRequest[] {
  const requests: BatchRequest[] = [];
  for (const part of readParts(body, boundaryOf(parameters))) {
    if (requests.length === MAXIMUM_BATCH_REQUESTS) throw batchTooLong({ limit: MAXIMUM_BATCH_REQUESTS });
    requests.push(readRequest(part, requests.length + 1));
  }
  const ids = requests.map(({ id }) => id);
  const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
  if (repeated === undefined) return requests;
  throw batchMalformed({
    at: `Content-ID ${repeated}`,
    reason: { vi: 'hai yêu cầu có cùng Content-ID', en: 'two requests have this Content-ID' },
  });
}

function readRequest({ headers, content }: MimePart, number: number): BatchRequest {
  const [type] = headerElements(headers['content-type']);
  const named = headers['content-id'];
  const id = typeof named === 'string' ? named.trim() : String(number);
  const common = { id, named: named !== undefined, dependsOn: [], inChangeSet: false };
  if (type?.name === 'multipart/mixed')
    return { ...common, method: 'POST', url: '', headers: {}, body: null, inChangeSet: true };
  if (type?.name !== 'application/http') throw wrongType(number, type?.name ?? '');
  const lines = new LineReader(content);
  const line = lines.next() ?? '';
  const [, method, url] = REQUEST_LINE.exec(line.trimEnd()) ?? [];
  if (method === undefined || url === undefined) throw noRequestLine(number, line);
  const inner = lines.headers(`part ${number}`);
  const body = lines.rest();
  return { ...common, method, url, headers: inner, body: body.length === 0 ? null : body };
}

const wrongType = (number: number, type: string): Error =>
  batchMalformed({
    at: `part ${number}`,
    reason: {
      vi: `Content-Type phải là application/http, không phải "${type}"`,
      en: `its Content-Type must be application/http, not "${type}"`,
    },
  });

const noRequestLine = (number: number, line: string): Error =>
  batchMalformed({
    at: `part ${number}`,
    reason: {
      vi: `${JSON.stringify(line.slice(0, 80))} không phải dòng yêu cầu dạng "GET Scores HTTP/1.1"`,
      en: `${JSON.stringify(line.slice(0, 80))} is no request line like "GET Scores HTTP/1.1"`,
    },
  });

import { StringDecoder } from 'node:string_decoder';
import type { BatchAnswer } from './run-batch';

/**
 * The answers as JSON (OData JSON Format 4.01, section 19.2): a JSON body stands as it is, text as a string, other bytes as a string of
 * base64url.
 */
export async function* jsonAnswers(answers: AsyncIterable<BatchAnswer>): AsyncGenerator<Buffer> {
  let separator = '{"responses":[';
  for await (const { id, status, headers, body } of answers) {
    yield Buffer.from(
      `${separator}{"id":${JSON.stringify(id)},"status":${status},"headers":${JSON.stringify(headers)}`,
    );
    if (body !== null) {
      yield Buffer.from(',"body":');
      yield* bodyAsJson(
        Buffer.isBuffer(body) ? [body] : (body as AsyncIterable<Buffer>),
        headers['content-type'] ?? '',
      );
    }
    yield Buffer.from('}');
    separator = ',';
  }
  yield Buffer.from(separator === ',' ? ']}' : '{"responses":[]}');
}

type Bytes = Iterable<Buffer> | AsyncIterable<Buffer>;

async function* bodyAsJson(bytes: Bytes, contentType: string): AsyncGenerator<Buffer> {
  if (/^application\/(?:[\w.-]+\+)?json\b/i.test(contentType)) yield* bytes;
  else if (/^text\/|[/+]xml\b/i.test(contentType)) yield* asText(bytes);
  else yield* asBase64(bytes);
}

async function* asText(bytes: Bytes): AsyncGenerator<Buffer> {
  const decoder = new StringDecoder('utf8');
  yield Buffer.from('"');
  for await (const chunk of bytes) yield Buffer.from(JSON.stringify(decoder.write(chunk)).slice(1, -1));
  yield Buffer.from(`${JSON.stringify(decoder.end()).slice(1, -1)}"`);
}

/** Three bytes are four letters: what is over waits for the next chunk. */
async function* asBase64(bytes: Bytes): AsyncGenerator<Buffer> {
  let over = Buffer.alloc(0);
  yield Buffer.from('"');
  for await (const chunk of bytes) {
    const all = Buffer.concat([over, chunk]);
    const whole = all.length - (all.length % 3);
    over = all.subarray(whole);
    yield Buffer.from(all.subarray(0, whole).toString('base64url'));
  }
  yield Buffer.from(`${over.toString('base64url')}"`);
}

import { bodyTooLarge } from './http.errors';

/** The whole body, of `limitBytes` at most (ODATA_BODY_TOO_LARGE). */
export async function readBody(body: AsyncIterable<Buffer>, limitBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > limitBytes) throw bodyTooLarge({ limitBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

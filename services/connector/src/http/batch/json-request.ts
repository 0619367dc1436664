import { z } from 'zod';
import { batchMalformed, batchTooLong, batchFeatureNotSupported } from '../http.errors';
import { MAXIMUM_BATCH_REQUESTS, type BatchRequest } from './batch-request';

const request = z.object({
  id: z.string().min(1).max(200),
  method: z.string().regex(/^[A-Za-z]{1,16}$/),
  url: z.string().max(65_536),
  headers: z.record(z.string(), z.string()).optional(),
  body: z.unknown().optional(),
  atomicityGroup: z.string().optional(),
  dependsOn: z.array(z.string()).max(MAXIMUM_BATCH_REQUESTS).optional(),
  if: z.string().optional(),
});
const batch = z.object({ requests: z.array(z.unknown()) });

/** The requests of a JSON batch (OData JSON Format 4.01, section 19.1). ODATA_BATCH_MALFORMED names the place. */
export function readJsonBatch(body: Buffer): readonly BatchRequest[] {
  const list = check(batch, parse(body), '').requests;
  if (list.length > MAXIMUM_BATCH_REQUESTS) throw batchTooLong({ limit: MAXIMUM_BATCH_REQUESTS });
  const requests = list.map((one, index) => toRequest(check(request, one, `requests[${index}]`)));
  const ids = new Set<string>();
  for (const [index, { id, dependsOn }] of requests.entries()) {
    const missing = dependsOn.find((needed) => !ids.has(needed));
    if (ids.has(id) || missing !== undefined) throw badReference(index, id, missing);
    ids.add(id);
  }
  return requests;
}

function toRequest(one: z.output<typeof request>): BatchRequest {
  if (one.if !== undefined) throw batchFeatureNotSupported({ feature: '"if"' });
  const headers = Object.fromEntries(
    Object.entries(one.headers ?? {}).map(([name, text]) => [name.toLowerCase(), text]),
  );
  return {
    id: one.id,
    named: true,
    method: one.method.toUpperCase(),
    url: one.url,
    headers,
    body: bodyOf(one.body),
    dependsOn: one.dependsOn ?? [],
    inChangeSet: one.atomicityGroup !== undefined,
  };
}

/** Text stands as a JSON string; JSON stands as it is. */
function bodyOf(body: unknown): Buffer | null {
  if (body === undefined || body === null) return null;
  return Buffer.from(typeof body === 'string' ? body : JSON.stringify(body));
}

function parse(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString()) as unknown;
  } catch (error) {
    const { message } = error as SyntaxError;
    throw batchMalformed({
      at: 'body',
      reason: { vi: `không phải JSON (${message})`, en: `it is no JSON (${message})` },
    });
  }
}

function check<Shape extends z.ZodType>(shape: Shape, value: unknown, where: string): z.output<Shape> {
  const parsed = shape.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const at = [where, ...(issue?.path ?? []).map(String)].filter((part) => part !== '').join('.');
  const message = issue?.message ?? '';
  throw batchMalformed({ at: at === '' ? 'body' : at, reason: { vi: message, en: message } });
}

const badReference = (index: number, id: string, missing: string | undefined): Error =>
  batchMalformed({
    at: `requests[${index}]`,
    reason:
      missing === undefined
        ? { vi: `hai yêu cầu có cùng id ${id}`, en: `two requests have the id ${id}` }
        : {
            vi: `dependsOn: không có yêu cầu ${missing} ở trước`,
            en: `dependsOn: no request ${missing} stands before`,
          },
  });

import { invalidRequest } from '@lientinh/errors';
import type { Database } from '@lientinh/postgres';
import { toReceipt, type changesRoute } from '@lientinh/publishing';
import { requestLanguage } from '@lientinh/subgraph';
import { publishPlanText } from '../modules/publication/publish-plan';

/** Largest body taken, in bytes: the longest text that is read, each letter three bytes at most. */
const LARGEST_BODY_BYTES = 6_500_000;

interface PlanRequest {
  Body: Buffer;
  Querystring: { province?: string; document?: string; corrects?: string; issuerAgency?: string };
}

/**
 * `POST /publish/plan?province=46&document=name`, the text of one plan as body (text/plain, UTF-8), `Idempotency-Key` and optionally
 * `Dry-Run: true` in the headers. Answers `{ receipt }` as the mutation publishPlan does; 422 when the plan was rejected.
 */
export function publishPlanRoute(app: Parameters<typeof changesRoute>[0], database: Database): void {
  void app.register((door, _options, done) => {
    door.removeAllContentTypeParsers();
    door.addContentTypeParser(
      /^text\/plain/,
      { parseAs: 'buffer', bodyLimit: LARGEST_BODY_BYTES },
      (_request, body, parsed) => parsed(null, body),
    );
    door.post<PlanRequest>('/publish/plan', { bodyLimit: LARGEST_BODY_BYTES }, async (request, reply) => {
      const { province, document, corrects, issuerAgency } = request.query;
      const outcome = await publishPlanText(
        { database, principal: request.principal, now: new Date() },
        {
          idempotencyKey: header(request.headers['idempotency-key']),
          dryRun: header(request.headers['dry-run']) === 'true',
          province: required('province', province),
          text: utf8(request.body),
          documentName: document?.trim() || null,
          corrects: corrects ?? null,
          issuerAgency: issuerAgency ?? null,
        },
      );
      const receipt = toReceipt(outcome, requestLanguage(request.headers['accept-language']));
      return reply.code(receipt.status === 'REJECTED' ? 422 : 200).send({ receipt });
    });
    done();
  });
}

const header = (value: string | string[] | undefined): string =>
  Array.isArray(value) ? (value[0] ?? '') : (value ?? '');

function required(name: string, value: string | undefined): string {
  if (value !== undefined && value !== '') return value;
  throw invalidRequest({ reason: { vi: `thiếu tham số ${name}`, en: `the parameter ${name} is missing` } });
}

function utf8(body: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(body);
  } catch {
    throw invalidRequest({ reason: { vi: 'nội dung không phải UTF-8', en: 'the body is not UTF-8' } });
  }
}

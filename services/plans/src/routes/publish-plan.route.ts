import { invalidRequest } from '@lientinh/errors';
import type { Database } from '@lientinh/postgres';
import { toReceipt, type changesRoute, type PublishingServices } from '@lientinh/publishing';
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
 * `Dry-Run: true` in the headers. Answers the receipt of the mutation publishPlan with the number of problems by code; 422 when the plan was rejected.
 */
export function publishPlanRoute(
  app: Parameters<typeof changesRoute>[0],
  database: Database,
  services: PublishingServices,
): void {
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
        { database, principal: request.principal, now: new Date(), services },
        {
          idempotencyKey: idempotencyKey(request.headers['idempotency-key']),
          dryRun: dryRun(request.headers['dry-run']),
          province: required('province', province),
          text: utf8(request.body),
          documentName: document?.trim() || null,
          corrects: corrects ?? null,
          issuerAgency: issuerAgency ?? null,
        },
      );
      const receipt = toReceipt(outcome, requestLanguage(request.headers['accept-language']));
      const { publication, status, acceptedRows, problems, replayed, signed } = receipt;
      const problemCounts = Object.fromEntries(outcome.problemCounts);
      const answer = { publication, status, acceptedRows, problems, problemCounts, replayed, signed };
      return reply.code(status === 'REJECTED' ? 422 : 200).send(answer);
    });
    done();
  });
}

type Header = string | string[] | undefined;

/** The key, bare or as a quoted string; empty when absent (which the protocol refuses). */
function idempotencyKey(value: Header): string {
  const text = typeof value === 'string' ? value.trim() : '';
  return /^".*"$/.test(text) ? text.slice(1, -1) : text;
}

const FLAGS: Readonly<Record<string, boolean>> = {
  true: true,
  '1': true,
  '?1': true,
  false: false,
  '0': false,
  '?0': false,
};

/** False when absent; any word that is neither true nor false is refused, for guessing would write. */
function dryRun(value: Header): boolean {
  if (value === undefined) return false;
  const flag = FLAGS[String(value).trim().toLowerCase()];
  if (flag !== undefined) return flag;
  throw invalidRequest({ reason: { vi: 'Dry-Run phải là true hoặc false', en: 'Dry-Run must be true or false' } });
}

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

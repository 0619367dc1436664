import type { IncomingHttpHeaders } from 'node:http';
import type { Language } from '@lientinh/contracts';
import type { CodedError } from '@lientinh/errors';
import type { Body } from '../respond/body';
import { errorBody } from '../respond/error-body';
import type { Caller } from './access-port';
import type { AnswerKind } from './request-meter';
import type { ProtocolVersion } from './versions';

/** One request to a service root, from the socket or out of a batch. */
export interface ODataRequest {
  readonly method: string;
  /** After the service root, as it was sent (encoded), without a slash at the beginning. */
  readonly path: string;
  /** After the question mark, as it was sent (encoded); empty when there is none. */
  readonly query: string;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  readonly body: AsyncIterable<Buffer>;
  /** Address of the service root for links: absolute, with a slash at the end. */
  readonly root: string;
  readonly version: ProtocolVersion;
  readonly caller: Caller;
  /** In which messages are written. */
  readonly language: Language;
  readonly requestId: string;
  /** Aborted when the caller is gone before the answer is complete. */
  readonly signal: AbortSignal;
}

/** An answer, before its body was begun. */
export interface ODataAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** For the metrics. */
  readonly kind?: AnswerKind;
  /** Begins the body; not called for HEAD. Null: there is none. A failure before the first byte rejects. */
  readonly open: (() => Promise<Body>) | null;
}

/** An answer whose body is there already. */
export function wholeAnswer(
  status: number,
  headers: Readonly<Record<string, string>>,
  content: string | Buffer | null,
): ODataAnswer {
  if (content === null) return { status, headers, open: null };
  const bytes = Buffer.from(content);
  return { status, headers, open: () => Promise.resolve(bytes) };
}

/** After how many seconds to ask again where nothing better is known: programs that know the header then do so by themselves. */
const RETRY_SECONDS = 5;

/** A failure as an answer. `challenges`: what a 401 says of how to authenticate. */
export function errorAnswer(
  error: CodedError,
  request: Pick<ODataRequest, 'language' | 'requestId' | 'version'>,
  challenges: readonly string[] = [],
): ODataAnswer {
  const headers: Record<string, string> = {
    'odata-version': request.version,
    'content-type': 'application/json;charset=utf-8',
    'content-language': request.language.toLowerCase(),
    'cache-control': 'no-store',
  };
  const { allowed, retryAfterSeconds } = error.details;
  if (error.status === 401 && challenges.length > 0) headers['www-authenticate'] = challenges.join(', ');
  if (error.status === 405 && Array.isArray(allowed)) headers['allow'] = allowed.join(', ');
  if (error.status === 413) headers['connection'] = 'close';
  const retrySeconds = error.status === 503 ? (retryAfterSeconds ?? RETRY_SECONDS) : retryAfterSeconds;
  if (typeof retrySeconds === 'number') headers['retry-after'] = String(Math.ceil(retrySeconds));
  const content = JSON.stringify(errorBody(error, request.language, request.requestId));
  return { ...wholeAnswer(error.status, headers, content), kind: 'error' };
}

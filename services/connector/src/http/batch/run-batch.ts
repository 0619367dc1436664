import { CodedError } from '@lientinh/errors';
import type { Body } from '../../respond/body';
import { errorAnswer, type ODataAnswer, type ODataRequest } from '../exchange';
import { batchDependencyFailed, changeSetNotAllowed, batchFeatureNotSupported } from '../http.errors';
import type { BatchRequest } from './batch-request';
import { type FinishedRequest, requestAddress } from './request-address';

/** Answers one request and begins its body; a failure is an answer too. */
export type Answerer = (request: ODataRequest) => Promise<BegunAnswer>;
/** An answer whose body was begun. */
export interface BegunAnswer extends Pick<ODataAnswer, 'status' | 'headers'> {
  readonly body: Body | null;
}
/** The answer to one request of a batch. */
export interface BatchAnswer extends BegunAnswer {
  readonly id: string;
  readonly named: boolean;
}

/** What all requests of a batch have in common. */
export interface BatchRun {
  readonly outer: ODataRequest;
  readonly requests: readonly BatchRequest[];
  /** False: the first failure is the last answer. */
  readonly continueOnError: boolean;
  readonly answer: Answerer;
}

/**
 * Runs the requests in their order, two at a time at most: while one body is written the next request begins. An answer must be read to
 * its end, or destroyed, before the next is asked for.
 */
export async function* runBatch(run: BatchRun): AsyncGenerator<BatchAnswer> {
  const finished = new Map<string, FinishedRequest>();
  let upcoming: Promise<BatchAnswer> | null = null;
  let current: BatchAnswer | null = null;
  const begin = (index: number): Promise<BatchAnswer> | null => {
    const request = run.requests[index];
    return request === undefined ? null : answerOne(run, request, finished);
  };
  try {
    upcoming = begin(0);
    for (let index = 1; upcoming !== null; index += 1) {
      current = await upcoming;
      const last = current.status >= 400 && !run.continueOnError;
      upcoming = last ? null : begin(index);
      yield current;
    }
  } finally {
    discard(current);
    discard((await upcoming?.catch(() => null)) ?? null);
  }
}

/** The caller went away while one answer was written and the next began: neither may keep its connection. */
function discard(answer: BatchAnswer | null): void {
  if (answer !== null && answer.body !== null && 'destroy' in answer.body) answer.body.destroy();
}

async function answerOne(
  { outer, answer }: BatchRun,
  request: BatchRequest,
  finished: Map<string, FinishedRequest>,
): Promise<BatchAnswer> {
  const { id, named } = request;
  try {
    const inner = innerRequest(outer, request, finished);
    const begun = await answer(inner);
    finished.set(id, { status: begun.status, path: inner.path });
    return { ...begun, id, named };
  } catch (error) {
    if (!(error instanceof CodedError)) throw error;
    const failure = errorAnswer(error, outer);
    finished.set(id, { status: failure.status, path: '' });
    return { ...failure, body: (await failure.open?.()) ?? null, id, named };
  }
}

function innerRequest(
  outer: ODataRequest,
  request: BatchRequest,
  finished: ReadonlyMap<string, FinishedRequest>,
): ODataRequest {
  if (request.inChangeSet) throw changeSetNotAllowed({});
  const failed = request.dependsOn.find((id) => (finished.get(id)?.status ?? 500) >= 400);
  if (failed !== undefined) throw batchDependencyFailed({ id: request.id, dependency: failed });
  const address = requestAddress(request, outer.root, finished);
  if (/^\$batch\/?$/i.test(address.path)) throw batchFeatureNotSupported({ feature: '$batch in $batch' });
  return {
    ...outer,
    ...address,
    method: request.method,
    headers: { ...inherited(outer), ...request.headers },
    body: oneChunk(request.body),
  };
}

/** The version and the language hold for the whole batch unless a request says otherwise. */
const INHERITED = ['odata-maxversion', 'odata-version', 'accept-language'];
const inherited = ({ headers }: ODataRequest): Record<string, string> =>
  Object.fromEntries(
    INHERITED.map((name) => [name, headers[name]]).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string',
    ),
  );

// eslint-disable-next-line @typescript-eslint/require-await -- a body is read in this way
async function* oneChunk(body: Buffer | null): AsyncGenerator<Buffer> {
  if (body !== null) yield body;
}

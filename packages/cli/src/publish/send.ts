import { GraphAnswerError, readJson, type Client, type GraphError } from '@lientinh/client';
import type { BulkReceipt } from '@lientinh/publishing';
import type { Terminal } from '../terminal';
import { UploadProgress } from './progress';
import type { Sending } from './sending';

/** Sends one publication through the bulk door; its receipt, with the lines of the user's own file. GraphAnswerError when refused. */
export async function sendFile(
  terminal: Terminal,
  client: Client,
  dataset: string,
  sending: Sending,
  dryRun: boolean,
): Promise<BulkReceipt> {
  const progress = new UploadProgress(terminal, sending.label, sending.bytes);
  try {
    const response = await client.request(`/publish/${dataset}?${new URLSearchParams(sending.parameters).toString()}`, {
      method: 'POST',
      headers: {
        'content-type': sending.contentType,
        'idempotency-key': sending.idempotencyKey,
        'dry-run': String(dryRun),
      },
      body: progress.watch(sending.body()) as unknown as ReadableStream,
      duplex: 'half',
    });
    const answer = await readJson(response);
    if (!isReceipt(answer)) {
      const { errors = [] } = answer as { errors?: readonly GraphError[] };
      throw new GraphAnswerError(errors, null, response.status);
    }
    const problems = answer.problems.map((problem) => ({
      ...problem,
      line: problem.line === null ? null : sending.lineOf(problem.line),
    }));
    return { ...answer, problems };
  } finally {
    progress.stop();
  }
}

function isReceipt(answer: object): answer is BulkReceipt {
  return 'status' in answer && 'problems' in answer;
}

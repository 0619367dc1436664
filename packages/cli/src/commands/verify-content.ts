import {
  contentHash,
  fileContentHash,
  isContentOf,
  sentScopeOf,
  type JsonValue,
  type ReceiptPayload,
} from '@lientinh/publishing';
import { inputNotUsable } from '../cli.errors';
import { datasetSlug } from '../dataset-names';
import { planSendings } from '../publish/plan-sendings';
import { readSourceFile, readSourceText, type SourceFile } from '../publish/source-file';
import { say, type Terminal } from '../terminal';

/**
 * Says whether a file is what a receipt was given for, byte by byte, if it was sent with `publish` or through the bulk door. The receipt
 * must be proven before: this compares with what it says.
 */
export async function showContentProof(terminal: Terminal, payload: ReceiptPayload, path: string): Promise<boolean> {
  for await (const hash of contentHashes(payload, await readSourceFile(path))) {
    if (!isContentOf(payload, hash)) continue;
    terminal.out(say(terminal, `Nội dung: đúng là tệp ${path}.`, `Content: just the file ${path}.`));
    return true;
  }
  const text = say(
    terminal,
    `${path} không phải là nội dung mà biên nhận này xác nhận (hoặc đã gửi bằng mutation).`,
    `${path} is not what this receipt was given for (or it was sent as a mutation).`,
  );
  terminal.out(`CONTENT_DIFFERS: ${text}`);
  return false;
}

/** The content hashes that the publications of a file would have with the receipt's scope. */
async function* contentHashes(payload: ReceiptPayload, file: SourceFile): AsyncGenerator<string> {
  const scope = sentScopeOf(payload);
  if (payload.dataset === 'PLAN') {
    if (file.kind !== 'text') throw structuredPlan();
    yield contentHash({ scope, content: await readSourceText(file.path) });
    return;
  }
  const order = { dataset: datasetSlug(payload.dataset), file, parameters: yearOf(scope), key: payload.idempotencyKey };
  for (const sending of await planSendings(order)) {
    yield await fileContentHash(sending.contentType === 'text/csv' ? 'csv' : 'ndjson', scope, sending.body());
  }
}

/** A file of several years became one publication for each: the one of the receipt's year is compared. */
function yearOf(scope: JsonValue): Readonly<Record<string, string>> {
  const { year } = Object(scope) as { readonly year?: unknown };
  return typeof year === 'number' || typeof year === 'string' ? { year: String(year) } : {};
}

function structuredPlan(): Error {
  return inputNotUsable({
    what: {
      vi: 'Chỉ so được kế hoạch đã gửi dưới dạng văn bản (.txt, .md).',
      en: 'Only a plan that was sent as text (.txt, .md) can be compared.',
    },
  });
}

import { basename } from 'node:path';
import {
  operation,
  type Client,
  type PlanInput,
  type PublicationReceipt,
  type PublishPlanInput,
} from '@lientinh/client';
import { inputNotUsable } from '../cli.errors';
import { readJsonFile } from './json-rows';
import { commandKey } from './sending';
import type { ShownReceipt } from './show-receipt';
import { readSourceText, type SourceFile } from './source-file';

const PUBLISH_PLAN = operation<{ publishPlan: PublicationReceipt }, { input: PublishPlanInput }>(/* GraphQL */ `
  mutation PublishPlan($input: PublishPlanInput!) {
    publishPlan(input: $input) {
      status
      acceptedRows
      replayed
      signed
      problems {
        row
        path
        code
        message
        value
      }
      publication {
        id
        ledgerSequence
        ledgerHash
        contentHash
      }
    }
  }
`);

/** Publishes a plan: text that the platform reads, or JSON that is a PlanInput of the schema. */
export async function publishPlan(
  client: Client,
  file: SourceFile,
  order: { readonly province: string | undefined; readonly key: string | null; readonly dryRun: boolean },
): Promise<ShownReceipt> {
  const { province, dryRun } = order;
  if (province === undefined || (file.kind !== 'text' && file.kind !== 'json')) {
    throw inputNotUsable({
      what: {
        vi: 'Kế hoạch gửi dưới dạng văn bản (.txt, .md) hoặc .json, kèm --province <mã tỉnh>.',
        en: 'A plan is sent as text (.txt, .md) or .json, with --province <code>.',
      },
    });
  }
  const content =
    file.kind === 'text'
      ? { text: await readSourceText(file.path) }
      : { plan: (await readJsonFile(file.path)) as PlanInput };
  const documentName = basename(file.path);
  const idempotencyKey = order.key ?? commandKey('plan', file.hash, { province, documentName });
  const input = { idempotencyKey, dryRun, province, documentName, ...content };
  return (await client.query(PUBLISH_PLAN, { input })).publishPlan;
}

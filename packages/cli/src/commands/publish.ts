import type { Client } from '@lientinh/client';
import { connect } from '../credentials';
import { datasetSlug, readDataset } from '../dataset-names';
import { inputNotUsable } from '../cli.errors';
import { publishPlan } from '../publish/plan-mutation';
import { planSendings } from '../publish/plan-sendings';
import { sendFile } from '../publish/send';
import { showReceipt, type ShownReceipt } from '../publish/show-receipt';
import { readSourceFile, type SourceFile } from '../publish/source-file';
import { EXIT, type ExitStatus, type Terminal } from '../terminal';

/** Options of `publish`, as commander gives them. */
export interface PublishOptions {
  readonly as: string;
  readonly dryRun?: boolean;
  readonly key?: string;
  readonly json?: boolean;
  readonly complete?: boolean;
  readonly parameter?: readonly string[];
  readonly index?: string;
  readonly year?: string;
  readonly status?: string;
  readonly province?: string;
  readonly asOf?: string;
  readonly plan?: string;
  readonly reportedOn?: string;
  readonly document?: string;
  readonly url?: string;
}

const NAMED = ['index', 'year', 'status', 'province', 'asOf', 'plan', 'reportedOn', 'document', 'url'] as const;

/** The query parameters of the bulk door that the options mean. */
export function readParameters(options: PublishOptions): Readonly<Record<string, string>> {
  const parameters: Record<string, string> = {};
  for (const name of NAMED) if (options[name] !== undefined) parameters[name] = options[name];
  if (options.complete === true) parameters['coverage'] = 'COMPLETE';
  for (const pair of options.parameter ?? []) {
    const [, name = '', value = ''] = /^([A-Za-z]\w*)=(.*)$/.exec(pair) ?? [];
    if (name === '') {
      throw inputNotUsable({
        what: { vi: `--parameter phải có dạng tên=giá trị: ${pair}`, en: `--parameter must be name=value: ${pair}` },
      });
    }
    parameters[name] = value;
  }
  return parameters;
}

/** `lientinh publish`: sends a file and tells what became of it. */
export async function publishCommand(
  terminal: Terminal,
  datasetName: string,
  path: string,
  options: PublishOptions,
): Promise<ExitStatus> {
  const dataset = datasetSlug(readDataset(datasetName));
  const file = await readSourceFile(path);
  const parameters = readParameters(options);
  const client = await connect(terminal, options.as);
  const receipts: ShownReceipt[] = [];
  for await (const { label, receipt } of send(terminal, client, dataset, file, parameters, options)) {
    receipts.push(receipt);
    if (options.json !== true) showReceipt(terminal, label, receipt);
  }
  if (options.json === true) terminal.out(JSON.stringify(receipts.length === 1 ? receipts[0] : receipts, null, 2));
  const stands = receipts.every(({ status }) => status !== 'REJECTED' && status !== 'RETRACTED');
  return stands ? EXIT.DONE : EXIT.REFUSED;
}

async function* send(
  terminal: Terminal,
  client: Client,
  dataset: string,
  file: SourceFile,
  parameters: Readonly<Record<string, string>>,
  options: PublishOptions,
): AsyncGenerator<{ label: string; receipt: ShownReceipt }> {
  const dryRun = options.dryRun === true;
  const key = options.key ?? null;
  if (dataset === 'plan') {
    yield { label: dataset, receipt: await publishPlan(client, file, { province: options.province, key, dryRun }) };
    return;
  }
  for (const sending of await planSendings({ dataset, file, parameters, key })) {
    yield { label: sending.label, receipt: await sendFile(terminal, client, dataset, sending, dryRun) };
  }
}

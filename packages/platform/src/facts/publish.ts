import { operation, type PublicationReceipt, type RowProblem } from '@lientinh/client';
import { defineError } from '@lientinh/errors';
import { DEFAULT_AUDIENCE, readLocalClients, requestToken } from '@lientinh/identity';
import { askGraph } from '../graph';
import type { Topology } from '../topology';
import type { PlannedPublication } from './publications';

export const ownFactsRejected = defineError<{ publication: string; problem: string }>({
  code: 'OWN_FACTS_REJECTED',
  status: 500,
  meaning: 'The platform refused a publication of its own data. The data or a rule is wrong.',
  message: ({ publication, problem }) => ({
    vi: `Nền tảng từ chối dữ liệu đi kèm (${publication}): ${problem}`,
    en: `The platform refused its own data (${publication}): ${problem}`,
  }),
});

/** Tells how far the sending has come. */
export type Progress = (done: number, total: number, rows: number) => void;

interface Answer {
  readonly receipt: Pick<PublicationReceipt, 'status'> & {
    readonly problems: readonly Pick<RowProblem, 'row' | 'path' | 'code' | 'message'>[];
  };
}

const RECEIPT = '{ status problems { row path code message } }';
const publishing = (mutation: string, input: string) =>
  operation<Answer, Pick<PlannedPublication, 'input'>>(
    `mutation ($input: ${input}!) { receipt: ${mutation}(input: $input) ${RECEIPT} }`,
  );
const MUTATIONS = {
  publishAgencies: publishing('publishAgencies', 'PublishAgenciesInput'),
  publishPlan: publishing('publishPlan', 'PublishPlanInput'),
  publishScores: publishing('publishScores', 'PublishScoresInput'),
} as const;

/** Sends what the ledgers do not have yet, in order; the number of rows sent. Throws the reason of `stopping` once that fires. */
export async function publishMissing(
  platform: Topology,
  issuerFolder: string,
  wanted: readonly PlannedPublication[],
  progress: Progress,
  stopping?: AbortSignal,
): Promise<number> {
  const known = await knownKeys(platform);
  const missing = wanted.filter(({ dataset, idempotencyKey }) => !known.has(`${dataset} ${idempotencyKey}`));
  const tokens = await clientTokens(platform.issuer, issuerFolder, new Set(missing.map(({ client }) => client)));
  let rows = 0;
  for (const [place, publication] of missing.entries()) {
    stopping?.throwIfAborted();
    progress(place, missing.length, rows);
    await send(platform.gateway, publication, tokens.get(publication.client));
    rows += publication.rowCount;
  }
  progress(missing.length, missing.length, rows);
  return rows;
}

async function send(
  gateway: string,
  { mutation, input, idempotencyKey }: PlannedPublication,
  token: string | undefined,
): Promise<void> {
  const { receipt } = await askGraph(gateway, MUTATIONS[mutation], { input }, token);
  if (receipt.status === 'ACCEPTED') return;
  const [problem] = receipt.problems;
  const text =
    problem === undefined
      ? receipt.status
      : `row ${problem.row ?? '-'}, ${problem.path}: ${problem.code} ${problem.message}`;
  throw ownFactsRejected({ publication: `${mutation} ${idempotencyKey}`, problem: text });
}

/** Idempotency keys that the ledgers hold, as `<DATASET> <key>`, read from the subgraphs' change feeds. */
async function knownKeys({ subgraphs }: Topology): Promise<Set<string>> {
  const keys = new Set<string>();
  for (const [name, dataset] of [
    ['agencies', 'AGENCIES'],
    ['indicators', 'SCORES'],
    ['plans', 'PLAN'],
  ] as const) {
    const url = subgraphs.find((subgraph) => subgraph.name === name)?.url ?? '';
    const response = await fetch(`${url}/changes?dataset=${dataset}&after=0`);
    for (const line of (await response.text()).split('\n')) {
      if (line !== '') keys.add(`${dataset} ${(JSON.parse(line) as { idempotencyKey: string }).idempotencyKey}`);
    }
  }
  return keys;
}

async function clientTokens(
  issuer: string,
  issuerFolder: string,
  clients: ReadonlySet<string>,
): Promise<Map<string, string>> {
  const credentials = await readLocalClients(issuerFolder);
  const tokens = new Map<string, string>();
  for (const { id, secret } of credentials) {
    if (!clients.has(id)) continue;
    const { token } = await requestToken({ issuer, client: id, secret, audience: DEFAULT_AUDIENCE });
    tokens.set(id, token);
  }
  return tokens;
}

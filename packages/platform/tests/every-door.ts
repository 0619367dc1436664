import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema } from 'graphql';
import type { Platform } from '../src';
import { ask, root } from './support';

/** What every door answers, as far as tests of all doors look. */
export interface DoorAnswer {
  readonly code: string | null;
  readonly status: string | null;
  readonly replayed: boolean | null;
  readonly signed: string | null;
  readonly publication: { readonly id: string } | null;
}

/** One way to publish or to retract; sends something sound as the caller of a token. */
export interface Door {
  readonly name: string;
  send(token: string, options?: { readonly key?: string; readonly dryRun?: boolean }): Promise<DoorAnswer>;
}

const PLAN = `ỦY BAN NHÂN DÂN TỈNH KON TUM
Số: 12/KH-UBND
Kon Tum, ngày 05 tháng 01 năm 2019
KẾ HOẠCH
Cải cách hành chính tỉnh Kon Tum năm 2019
Ủy ban nhân dân tỉnh Kon Tum ban hành Kế hoạch như sau:
PHỤ LỤC
TT\tNội dung nhiệm vụ\tSản phẩm\tCơ quan chủ trì\tCơ quan phối hợp\tThời gian hoàn thành
I. CẢI CÁCH THỂ CHẾ\t\t\t\t\t
1\tRà soát văn bản đã ban hành\tDanh mục văn bản\tSở Tư pháp\tSở Nội vụ\tQuý I/2019
`;
const PROCEDURE = { code: '1.000001', name: 'Cấp giấy phép', field: 'Hộ tịch', level: 'PROVINCIAL' };
const ONLINE = { onlineService: 'LEVEL_3', oneStop: true };
const COUNTS = {
  received: 10,
  receivedOnline: 3,
  receivedPostal: 1,
  resolved: 8,
  onTime: 7,
  overdue: 1,
  paidOnline: 1,
  resultsDigitised: 4,
};
const AGENCY = { key: 'so-thu-nghiem', name: 'Sở Thử nghiệm', kind: 'DEPARTMENT', level: 'PROVINCIAL' };
const SCORES = { index: 'PAR_INDEX', year: 2018, status: 'SELF_ASSESSED' };

/** Publishes a plan as Kon Tum, so that its tasks can be reported on: ids of the plan and of its task. */
export async function publishPlan(platform: Platform, token: string): Promise<{ plan: string; task: string }> {
  const input = { idempotencyKey: 'first plan', province: '62', text: PLAN };
  const { gateway } = platform.topology;
  const { errors } = await ask(gateway, mutation('publishPlan', 'PublishPlanInput'), { input }, token);
  if (errors !== undefined) throw new Error(JSON.stringify(errors));
  const { data } = (await ask(gateway, '{ plans { nodes { id tasks { nodes { id } } } } }')) as unknown as {
    readonly data: { plans: { nodes: readonly { id: string; tasks: { nodes: readonly { id: string }[] } }[] } };
  };
  const [plan] = data.plans.nodes;
  const task = plan?.tasks.nodes[0]?.id;
  if (plan === undefined || task === undefined) throw new Error('the plan was not published');
  return { plan: plan.id, task };
}

/** Every door through which Kon Tum publishes, mutations and files. */
export function publishingDoors(
  { topology: { gateway } }: Platform,
  { plan, task }: { readonly plan: string; readonly task: string },
): readonly Door[] {
  const graph = (name: string, type: string, input: object) => mutationDoor(gateway, name, type, input);
  const file = (name: string, query: object, contentType: string, body: string) =>
    fileDoor(gateway, `${name}?${new URLSearchParams(query as Record<string, string>).toString()}`, contentType, body);
  const progress = { plan, reportedOn: '2019-06-30' };
  return [
    graph('publishAgencies', 'PublishAgenciesInput', { province: '62', agencies: [AGENCY] }),
    graph('publishScores', 'PublishScoresInput', {
      ...SCORES,
      scores: [{ province: '62', criterion: 'TOTAL', value: 70 }],
    }),
    file('scores', { ...SCORES, year: '2018' }, 'text/csv', 'province,criterion,value\n62,TOTAL,71\n'),
    graph('publishPlan', 'PublishPlanInput', { province: '62', text: PLAN }),
    file('plan', { province: '62' }, 'text/plain', PLAN),
    graph('reportTaskProgress', 'ReportTaskProgressInput', { ...progress, items: [{ task, status: 'DONE' }] }),
    file('task-progress', progress, 'application/x-ndjson', `${JSON.stringify({ task, status: 'IN_PROGRESS' })}\n`),
    graph('publishProcedures', 'PublishProceduresInput', {
      province: '62',
      asOf: '2019-01-01',
      procedures: [{ ...PROCEDURE, ...ONLINE }],
    }),
    file(
      'procedures',
      { province: '62', asOf: '2019-02-01' },
      'application/x-ndjson',
      `${JSON.stringify({ ...PROCEDURE, ...ONLINE })}\n`,
    ),
    graph('publishDossierStatistics', 'PublishDossierStatisticsInput', {
      province: '62',
      rows: [{ procedure: PROCEDURE.code, month: '2019-03-01', ...COUNTS }],
    }),
    file(
      'dossier-statistics',
      { province: '62' },
      'application/x-ndjson',
      `${JSON.stringify({ procedure: PROCEDURE.code, month: '2019-04-01', ...COUNTS })}\n`,
    ),
  ];
}

/** The door of the national register, which is the ministry's. */
export const registerDoor = ({ topology: { gateway } }: Platform): Door =>
  mutationDoor(gateway, 'publishNationalProcedures', 'PublishNationalProceduresInput', { procedures: [PROCEDURE] });

/** Every mutation that takes a publication back, as the supergraph has them. */
export function retractingDoors({ topology: { gateway } }: Platform): readonly Door[] {
  const schema = buildSchema(readFileSync(join(root, 'gateway/supergraph.graphql'), 'utf8'), { assumeValidSDL: true });
  const names = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter((name) => name.startsWith('retract'));
  return names.map((name) => ({
    name,
    send: async (token, { key = '' } = {}) => {
      const query = `mutation ($id: ID!) { receipt: ${name}(publication: $id, reason: "thử") { ${RECEIPT} } }`;
      return readAnswer(await ask(gateway, query, { id: key }, token));
    },
  }));
}

const RECEIPT = 'status replayed signed publication { id }';

const mutation = (name: string, type: string): string =>
  `mutation ($input: ${type}!) { receipt: ${name}(input: $input) { ${RECEIPT} problems { path code } } }`;

function mutationDoor(gateway: string, name: string, type: string, input: object): Door {
  return {
    name,
    send: async (token, { key = name, dryRun = false } = {}) => {
      const variables = { input: { ...input, idempotencyKey: key, dryRun } };
      return readAnswer(await ask(gateway, mutation(name, type), variables, token));
    },
  };
}

function fileDoor(gateway: string, address: string, contentType: string, body: string): Door {
  const name = `/publish/${address.split('?')[0] ?? ''}`;
  return {
    name,
    send: async (token, { key = name, dryRun = false } = {}) => {
      const response = await fetch(`${gateway}/publish/${address}`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': contentType,
          'idempotency-key': key,
          'dry-run': String(dryRun),
        },
        body,
      });
      return readAnswer((await response.json()) as object);
    },
  };
}

function readAnswer(answer: object): DoorAnswer {
  const { errors, data, ...file } = answer as {
    readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    readonly data?: { readonly receipt?: object } | null;
  };
  const receipt = (data === undefined ? file : (data?.receipt ?? {})) as Partial<DoorAnswer>;
  const { status = null, replayed = null, signed = null, publication = null } = receipt;
  return { code: errors?.[0]?.extensions.code ?? null, status, replayed, signed, publication };
}

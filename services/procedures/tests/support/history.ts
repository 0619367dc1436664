import fc from 'fast-check';
import { z } from 'zod';
import { statement } from '@lientinh/postgres';
import {
  dossiers,
  procedure,
  publishCatalogue,
  publishDossiers,
  publishRegister,
  PROVINCES,
  retractCatalogue,
  retractDossiers,
  type Client,
  type Receipt,
} from './catalogues';
import type { RunningProcedures } from './start-procedures';

export const CODES = ['1.000001', '1.000002', '1.000003', '1.000004', '1.000005'] as const;
/** Before and after Decree 42/2022, before and after the mergers. */
export const CATALOGUE_DAYS = ['2021-01-01', '2022-08-15', '2024-01-01', '2025-07-01'] as const;
export const MONTHS = ['2020-12-01', '2021-01-01', '2021-06-01', '2022-01-01', '2025-06-01', '2025-07-01'] as const;
export const FIELDS = ['Hộ tịch', 'Đất đai', 'HỘ TỊCH'] as const;
export const LEVELS = ['PROVINCIAL', 'COMMUNE'] as const;
export const CODES_OF_PROVINCES = Object.keys(PROVINCES);

interface Described {
  readonly code: string;
  readonly field: string;
  readonly level: string;
  readonly choice: number;
}
const FALLBACK: Count = ['1.000001', '2021-01-01', null, 10, 3];
type Count = readonly [code: string, month: string, agency: string | null, received: number, part: number];
/** Something that a publisher does. */
export type Step =
  | { readonly kind: 'CATALOGUE'; readonly province: string; readonly day: string; readonly rows: readonly Described[] }
  | { readonly kind: 'REGISTER'; readonly rows: readonly Described[] }
  | { readonly kind: 'DOSSIERS'; readonly province: string; readonly rows: readonly Count[] }
  | { readonly kind: 'RETRACT'; readonly choice: number };

const described = (minLength: number) =>
  fc.uniqueArray(
    fc.record({
      code: fc.constantFrom(...CODES),
      field: fc.constantFrom(...FIELDS),
      level: fc.constantFrom(...LEVELS),
      choice: fc.nat(1000),
    }),
    { minLength, selector: ({ code }) => code },
  );
const counted = fc.uniqueArray(
  fc.tuple(
    fc.constantFrom(...CODES),
    fc.constantFrom(...MONTHS),
    fc.constantFrom('Sở Tư pháp', "UBND xã 'Đoàn Kết'", null),
    fc.nat(60),
    fc.nat(10),
  ),
  { minLength: 1, maxLength: 8, selector: ([code, month, agency]) => `${code} ${month} ${agency}` },
);
/** One province more often: its catalogues and statistics meet. */
const province = fc.constantFrom('46', '46', '46', ...CODES_OF_PROVINCES);
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('CATALOGUE' as const),
      province,
      day: fc.constantFrom(...CATALOGUE_DAYS),
      rows: described(1),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('REGISTER' as const), rows: described(CODES.length - 1) }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('DOSSIERS' as const), province, rows: counted }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constant('RETRACT' as const), choice: fc.nat(1000) }) },
);
/** What publishers do one after the other. Some of it is refused: a catalogue with a code that the register does not list. */
export const history = fc.array(step, { minLength: 30, maxLength: 40, size: 'max' });

const pick = <T>(values: readonly T[], choice: number): T => values[choice % values.length] as T;

function catalogueRow({ code, field, level, choice }: Described, day: string): object {
  const levels = day < '2022-08-15' ? ['NONE', 'LEVEL_2', 'LEVEL_3', 'LEVEL_4'] : ['NONE', 'PARTIAL', 'FULL'];
  const ways = [
    { mode: 'DIRECT', processingDays: choice % 20, feeVnd: choice % 3 === 0 ? null : (choice % 5) * 10_000 },
    { mode: 'ONLINE', processingDays: null, feeVnd: null },
    { mode: 'POSTAL', processingDays: 3, feeVnd: 25_000 },
  ];
  return procedure(code, {
    field,
    level,
    name: `Cấp giấy phép thử nghiệm ${choice % 4}`,
    onlineService: pick(levels, choice),
    interlinked: pick(['NONE', 'SAME_LEVEL', 'CROSS_LEVEL'], choice),
    oneStop: choice % 2 === 0,
    onlinePayment: choice % 3 === 0,
    authority: choice % 4 === 0 ? null : 'Sở Tư pháp',
    audience: choice % 2 === 0 ? ['Công dân', 'Doanh nghiệp'] : [],
    components: choice % 3 === 0 ? ['Tờ khai'] : [],
    ways: ways.slice(choice % 4),
    decision: choice % 5 === 0 ? null : `${choice}/QĐ-UBND`,
    decidedOn: choice % 5 === 0 ? null : '2020-12-28',
    publishedOn: choice % 7 === 0 ? null : pick(['2020-12-30', '2021-01-06', '2031-01-06'], choice),
    shortenedProcedure: choice % 2 === 1,
  });
}

function countRow([code, month, agency, received, part]: Count): object {
  const some = Math.min(received, part);
  return dossiers(code, month, {
    agency,
    received,
    receivedOnline: some,
    receivedPostal: received - some,
    resolved: part * 2,
    onTime: part,
    overdue: Math.min(part, 1),
    paidOnline: part * 3,
    resultsDigitised: part,
  });
}

interface Accepted {
  readonly id: string;
  readonly retract: () => Promise<Receipt>;
}

/** Plays the history: publishes and takes back, in order. */
export async function play(running: RunningProcedures, steps: readonly Step[]): Promise<void> {
  const accepted: Accepted[] = [];
  for (const next of steps) {
    if (next.kind === 'RETRACT') {
      const [taken] = accepted.splice(next.choice % Math.max(1, accepted.length), 1);
      await taken?.retract();
      continue;
    }
    const receipt = await send(running, next);
    const id = receipt.publication?.id;
    if (id === undefined) continue;
    const client: Client = next.kind === 'REGISTER' ? 'ministry' : (PROVINCES[next.province] as Client);
    const retract = next.kind === 'DOSSIERS' ? retractDossiers : retractCatalogue;
    accepted.push({ id, retract: () => retract(running, id, client) });
  }
}

/** Kon Tum (62) went into Quảng Ngãi on 2025-07-01: it states nothing for days after. */
const inForce = (province: string, day: string): boolean => province !== '62' || day < '2025-07-01';

function send(running: RunningProcedures, step: Exclude<Step, { kind: 'RETRACT' }>): Promise<Receipt> {
  if (step.kind === 'DOSSIERS') {
    const rows = step.rows.filter(([, month]) => inForce(step.province, month));
    return publishDossiers(running, step.province, (rows.length === 0 ? [FALLBACK] : rows).map(countRow));
  }
  if (step.kind === 'CATALOGUE') {
    const day = inForce(step.province, step.day) ? step.day : CATALOGUE_DAYS[0];
    return publishCatalogue(
      running,
      step.province,
      day,
      step.rows.map((row) => catalogueRow(row, day)),
    );
  }
  const rows = step.rows.map(({ code, field, level, choice }) => ({ code, field, level, name: `Thủ tục ${choice}` }));
  return publishRegister(running, rows);
}

const positions = statement(
  'list-ledger-instants',
  z.object({ at: z.string() }),
  `select to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at from ledger_entry order by recorded_at`,
);

/** Instants of both ledgers, oldest first. */
export async function ledgerInstants({ database }: RunningProcedures): Promise<readonly string[]> {
  return (await database.reader.all(positions)).map(({ at }) => at);
}

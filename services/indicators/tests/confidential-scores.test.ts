import { createHash } from 'node:crypto';
import { installBi } from '@lientinh/bi';
import { canonicalJson, contentHash, isSalted, parseLedgerEntry, toldContentHash } from '@lientinh/publishing';
import { indicatorsBi } from '../src/bi';
import { IndicatorsHarness, scoresInput } from './indicators-harness';
import { biRows } from './support/bi-rows';

const KON_TUM = '62';
const YEAR = 2019;
const SOURCE = { document: 'bang-tu-cham.xlsx', url: null };
const SECRET = 81.37;

/** Every total of PAR INDEX to two places. */
const VALUES = Array.from({ length: 10_001 }, (_, hundredths) => hundredths / 100);

const csvOf = (value: number): string => `province,criterion,value\n${KON_TUM},TOTAL,${value}\n`;
const digest = (text: string): string => createHash('sha256').update(text).digest('hex');

/** What the ledger would tell of a total without a salt, through either door, and the key that a sender may make of the file. */
function plainHashes(value: number, status: string): readonly string[] {
  const header = { index: 'PAR_INDEX', year: YEAR, status, coverage: 'PARTIAL', standing: 'OFFICIAL' };
  const rest = { maxScore: null, method: null, publishedRank: null, publishedRankedAmong: null };
  const row = { province: KON_TUM, criterion: 'TOTAL', value: String(value), ...rest };
  return [null, SOURCE].flatMap((source) => {
    const scope = { ...header, source };
    const preamble = canonicalJson({ format: 'csv', scope });
    return [
      contentHash({ scope, rows: [row] }).replace('sha256:', ''),
      digest(`${preamble}\n${csvOf(value)}`),
      digest(csvOf(value)),
    ];
  });
}

const PUBLICATION = `query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Publication {
  id dataset publisher { id } province { id } status receivedAt rowCount contentHash supersedes { id contentHash } retractedAt
  retractionReason ledgerSequence ledgerHash } } }`;

describe('the ledger of scores that provinces claim for themselves', () => {
  let subgraph: IndicatorsHarness;
  beforeEach(async () => {
    subgraph = await IndicatorsHarness.start();
  });
  afterEach(() => subgraph.stop());

  const input = (status: string, more: object = {}) =>
    scoresInput([[KON_TUM, 'TOTAL', SECRET]], { index: 'PAR_INDEX', year: YEAR, status, source: SOURCE, ...more });
  const address = (status: string): string =>
    `index=PAR_INDEX&year=${YEAR}&status=${status}&document=${SOURCE.document}`;

  /** Publishes one total through both doors, with a key that is made of the file; the receipts. */
  async function publishTotal(as: 'kon-tum' | 'ministry', status: string) {
    const key = digest(csvOf(SECRET));
    const bulk = await subgraph.send(as, address(status), `file-${key}`, csvOf(SECRET));
    return [await subgraph.accepted(as, input(status, { idempotencyKey: key })), bulk.body];
  }

  /** Everything that somebody without a token reads of publications: the graph, the change feed (which is the export), the BI view. */
  async function readAsViewer(): Promise<string> {
    const feed = await subgraph.changes();
    const ids = feed
      .trim()
      .split('\n')
      .map((line) => parseLedgerEntry(line).publication);
    const representations = ids.map((id) => ({ __typename: 'Publication', id }));
    const graph = await subgraph.data<{ _entities: readonly object[] }>(PUBLICATION, { representations });
    expect(graph._entities).toEqual(ids.map((id) => expect.objectContaining({ id }) as object));
    await installBi(subgraph.database, indicatorsBi());
    const rows = await biRows(subgraph.database, 'select * from bi.publications');
    expect(rows).toHaveLength(new Set(ids).size);
    return JSON.stringify([feed, graph, rows]);
  }

  /** The totals that fit what was read. */
  const guess = (text: string, status: string): number[] =>
    VALUES.filter((value) => plainHashes(value, status).some((hash) => text.includes(hash)));

  it('confirms no guess of a claim to who reads all that viewers can; the same guessing finds a public total', async () => {
    const receipts = await publishTotal('kon-tum', 'SELF_ASSESSED');
    const claimed = await readAsViewer();
    expect(guess(claimed, 'SELF_ASSESSED')).toEqual([]);
    await subgraph.retract('kon-tum', receipts[0]?.publication?.id ?? '', 'gửi nhầm');
    expect(receipts.map(({ contentSalt }) => contentSalt)).not.toContain(null);
    const afterwards = await readAsViewer();
    expect(guess(afterwards, 'SELF_ASSESSED')).toEqual([]);
    for (const secret of [SOURCE.document, ...receipts.map(({ contentSalt }) => contentSalt ?? 'none was given')]) {
      expect([claimed, afterwards].some((text) => text.includes(secret))).toBe(false);
    }
    await publishTotal('ministry', 'APPRAISED');
    expect(guess(await readAsViewer(), 'APPRAISED')).toEqual([SECRET]);
  });

  it.each(['SELF_ASSESSED', 'APPRAISED', 'PUBLISHED'])(
    'conceals scores of status %s just if viewers do not see the scores',
    async (status) => {
      const receipts = await publishTotal('ministry', status);
      const scores = `{ scores(filter: { index: "PAR_INDEX", years: [${YEAR}] }) { totalCount } }`;
      const seen = (await subgraph.data<{ scores: { totalCount: number } }>(scores)).scores.totalCount > 0;
      const entries = (await subgraph.changes()).trim().split('\n').map(parseLedgerEntry);
      expect(entries.map((entry) => isSalted(entry.contentHash))).toEqual([!seen, !seen]);
      expect(entries.map((entry) => isSalted(entry.idempotencyKey))).toEqual([!seen, !seen]);
      expect(entries.map(({ scope }) => 'source' in Object(scope))).toEqual([seen, seen]);
      expect(receipts.map(({ contentSalt }) => contentSalt === null)).toEqual([seen, seen]);
    },
  );

  it('is opened by the salt that the publisher was given, and a repetition gives the same one', async () => {
    const [claim, bulk] = await publishTotal('kon-tum', 'SELF_ASSESSED');
    const again = await publishTotal('kon-tum', 'SELF_ASSESSED');
    expect(again.map(({ replayed, contentSalt, publication }) => [replayed, contentSalt, publication?.id])).toEqual(
      [claim, bulk].map((first) => [true, first?.contentSalt, first?.publication?.id]),
    );
    const entries = (await subgraph.changes()).trim().split('\n').map(parseLedgerEntry);
    const opened = [bulk, claim].map((receipt, place) =>
      VALUES.filter((value) =>
        plainHashes(value, 'SELF_ASSESSED').some(
          (hash) => toldContentHash(`sha256:${hash}`, receipt?.contentSalt ?? null) === entries[place]?.contentHash,
        ),
      ),
    );
    expect(opened).toEqual([[SECRET], [SECRET]]);
  });

  it('takes no other content under a key, nor the same rows from another source', async () => {
    await subgraph.accepted('kon-tum', input('SELF_ASSESSED', { idempotencyKey: 'one' }));
    for (const other of [{ source: null }, { scores: [{ province: KON_TUM, criterion: 'TOTAL', value: 81.38 }] }]) {
      const { errors } = await subgraph.publish('kon-tum', input('SELF_ASSESSED', { idempotencyKey: 'one', ...other }));
      expect(errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    }
    const { status, body } = await subgraph.send('kon-tum', address('SELF_ASSESSED'), 'one', csvOf(SECRET));
    expect([status, body.publication]).toEqual([409, undefined]);
  });
});

import fc from 'fast-check';
import { z } from 'zod';
import { installBi, publications, sharedSets } from '@lientinh/bi';
import { readAs, viewProblems } from '@lientinh/bi/testing';
import { createTestIssuer, type TestIssuer } from '@lientinh/identity/testing';
import { statement } from '@lientinh/postgres';
import { biInstallation } from '../src/bi';
import { startLedgerOwner, type LedgerOwner } from './support/ledger-owner';
import { startPublications, type PublicationsServer } from './support/publications-server';

type TextRow = Readonly<Record<string, string | null>>;
interface PublicationAnswer {
  readonly id: string;
  readonly dataset: string;
  readonly publisher: { readonly id: string };
  readonly province: { readonly id: string } | null;
  readonly status: string;
  readonly receivedAt: string;
  readonly rowCount: number;
  readonly contentHash: string;
  readonly supersedes: { readonly id: string } | null;
  readonly retractedAt: string | null;
  readonly retractionReason: string | null;
  readonly ledgerSequence: number;
  readonly ledgerHash: string;
}
const EVERYTHING = `query ($after: String) { publications(first: 20, after: $after) { pageInfo { hasNextPage endCursor } nodes { id dataset
  publisher { id } province { id } status receivedAt rowCount contentHash supersedes { id } retractedAt retractionReason ledgerSequence
  ledgerHash } } }`;
interface Page {
  readonly publications: {
    readonly nodes: readonly PublicationAnswer[];
    readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string };
  };
}

const step = fc.record({
  retracts: fc.option(fc.nat(), { freq: 2 }),
  dataset: fc.constantFrom('PLAN' as const, 'SCORES' as const, 'TASK_PROGRESS' as const),
  cells: fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1 }),
  province: fc.constantFrom('62@2004-01-01', '01@2008-08-01', undefined),
});

describe('the BI view of the publications of all data sets', () => {
  let issuer: TestIssuer;
  let owner: LedgerOwner;
  let server: PublicationsServer;
  const moments: { readonly at: string; readonly said: readonly TextRow[] }[] = [];
  beforeAll(async () => {
    issuer = await createTestIssuer();
    owner = await startLedgerOwner(issuer.verifier());
    server = await startPublications(issuer, owner.url);
    await installBi(server.database, biInstallation);
    await installBi(owner.database, { views: [] });
    await writeHistory();
  });
  afterAll(async () => {
    await server.stop();
    await owner.destroy();
    await issuer.close();
  });

  const writeHistory = async (): Promise<void> => {
    const standing: { id: string; dataset: 'PLAN' | 'SCORES' | 'TASK_PROGRESS' }[] = [];
    for (const [place, { retracts, dataset, cells, province }] of fc.sample(step, { numRuns: 60, seed: 9 }).entries()) {
      const [target] = retracts === null ? [] : standing.splice(retracts % Math.max(1, standing.length), 1);
      if (target !== undefined) await owner.retract(target.dataset, target.id, 'Sai số liệu');
      else {
        const id = await owner.publish({
          dataset,
          key: `k${place}`,
          cells,
          ...(province === undefined ? {} : { province }),
        });
        standing.push({ id, dataset });
      }
      const said = await saidByGraphql();
      const [position] = await read(server.databaseUrl, 'select max(recorded_at) as at from bi.ledger_positions');
      moments.push({ at: position?.['at'] ?? '', said });
    }
  };
  const saidByGraphql = async (): Promise<TextRow[]> => {
    const rows: TextRow[] = [];
    let after: string | null = null;
    do {
      const { data }: { data: Page | null } = await server.ask<Page>(EVERYTHING, { after });
      rows.push(...(data?.publications.nodes.map(toRow) ?? []));
      after = data?.publications.pageInfo.hasNextPage === true ? data.publications.pageInfo.endCursor : null;
    } while (after !== null);
    return rows.sort(inPagingOrder);
  };
  const read = (url: string, sql: string, at: string | null = null): Promise<readonly TextRow[]> =>
    readAs<Record<string, string | null>>(url, sql, {
      role: 'lientinh_bi',
      settings: at === null ? {} : { 'bi.as_of': at },
    });
  const listed = (url: string, at: string | null): Promise<readonly TextRow[]> =>
    read(url, 'select * from bi.publications order by dataset, ledger_sequence', at);

  it('is as the contract says', async () => {
    expect(await viewProblems(server.database, sharedSets)).toEqual([]);
  });

  it('gives every field of every publication as GraphQL gave it, at every past instant and now', async () => {
    const statuses = new Set<string | null | undefined>();
    for (const { at, said } of moments) {
      expect((await listed(server.databaseUrl, at)).map(comparableRow)).toEqual(said);
      said.forEach(({ status }) => statuses.add(status));
    }
    expect((await listed(server.databaseUrl, null)).map(comparableRow)).toEqual(moments.at(-1)?.said);
    expect([...statuses].sort()).toEqual(['ACCEPTED', 'RETRACTED', 'SUPERSEDED']);
  });

  it('has the same rows, and the ledgers the same positions, as the databases that own the ledgers', async () => {
    for (const { at } of moments.slice(-20))
      expect(await listed(server.databaseUrl, at)).toEqual(await listed(owner.databaseUrl, at));
    const positions = 'select * from bi.ledger_positions order by dataset';
    expect(await read(server.databaseUrl, positions)).toEqual(await read(owner.databaseUrl, positions));
  });

  it('is of the same shape in every database', async () => {
    const shape = `select attname, format_type(atttypid, atttypmod) as type, attcollation::regcollation as sorted from pg_attribute
      where attrelid = 'bi.publications'::regclass and attnum > 0 order by attnum`;
    expect(await read(server.databaseUrl, shape)).toEqual(await read(owner.databaseUrl, shape));
  });

  it('is paged, and its rows are found, by indexes', async () => {
    const fill = `insert into followed_entry select 'PROCEDURES', n, 'PUBLISH', 'procedures-' || n, 'kon-tum', null, '{}', n, 'c', 1, '{}',
        jsonb_build_array(jsonb_build_object('publication', 'procedures-' || n - 1, 'rows', -1)), null, '2026-01-01', 'p', 'h'
      from generate_series(1, 20000) n`;
    for (const sql of [fill, 'analyze followed_entry'])
      await server.database.write('fill', (writer) => writer.run(statement('fill', z.unknown(), sql)));
    const planOf = async (sql: string): Promise<string> =>
      (await read(server.databaseUrl, `explain ${sql}`)).map((row) => row['QUERY PLAN']).join('\n');
    const order = publications.pagingOrder?.join(', ');
    const page = await planOf(
      `select * from bi.publications where (${order}) > ('PROCEDURES', 300) order by ${order} limit 100`,
    );
    expect(page).toMatch(/Index Scan using followed_entry_bi_page/);
    expect(page).not.toMatch(/Sort/);
    expect(page).toMatch(/Bitmap Index Scan on followed_entry_row_changes/);
    expect(await planOf(`select * from bi.publications where id = 'procedures-3'`)).toMatch(/followed_entry_bi_id/);
    const [row] = await read(server.databaseUrl, `select status from bi.publications where id = 'procedures-3'`);
    expect(row).toEqual({ status: 'SUPERSEDED' });
  });
});

const inPagingOrder = (a: TextRow, b: TextRow): number =>
  a['dataset'] === b['dataset']
    ? Number(a['ledger_sequence']) - Number(b['ledger_sequence'])
    : (a['dataset'] ?? '') < (b['dataset'] ?? '')
      ? -1
      : 1;

function toRow(publication: PublicationAnswer): TextRow {
  return {
    id: publication.id,
    dataset: publication.dataset,
    publisher_id: publication.publisher.id,
    province_id: publication.province?.id ?? null,
    province_code: publication.province?.id.split('@')[0] ?? null,
    status: publication.status,
    received_at: toMicroseconds(publication.receivedAt),
    row_count: String(publication.rowCount),
    content_hash: publication.contentHash,
    supersedes_id: publication.supersedes?.id ?? null,
    retracted_at: toMicroseconds(publication.retractedAt),
    retraction_reason: publication.retractionReason,
    ledger_sequence: String(publication.ledgerSequence),
    ledger_hash: publication.ledgerHash,
  };
}

/** A row of the view as far as GraphQL has it. */
const comparableRow = (row: TextRow): TextRow => ({
  ...Object.fromEntries(Object.entries(row).filter(([name]) => name !== 'recorded_at' && name !== 'current_rows')),
  received_at: toMicroseconds(row['received_at']),
  retracted_at: toMicroseconds(row['retracted_at']),
});

/** An instant of the database or of GraphQL in one spelling. */
function toMicroseconds(instant: string | null | undefined): string | null {
  if (instant === null || instant === undefined) return null;
  const [seconds = '', fraction = ''] = instant
    .replace(' ', 'T')
    .replace(/(\+00|Z)$/, '')
    .split('.');
  return `${seconds}.${fraction.padEnd(6, '0')}`;
}

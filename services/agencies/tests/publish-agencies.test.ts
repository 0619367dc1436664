import { agencyPublications } from '@lientinh/datasets';
import { countStatements } from '@lientinh/testkit';
import { listLedger, verifyChain } from '@lientinh/publishing';
import { AgenciesHarness, type Receipt } from './agencies-harness';

const department = (key: string, more: object = {}): object => ({
  key,
  name: `Sở ${key}`,
  kind: 'DEPARTMENT',
  level: 'PROVINCIAL',
  ...more,
});

let subgraph: AgenciesHarness;

const send = async (agencies: readonly object[], more: object = {}): Promise<Receipt> => {
  const { data, errors } = await subgraph.publish('kon-tum', {
    idempotencyKey: 'k',
    province: '62',
    agencies,
    ...more,
  });
  if (data === null) throw new Error(JSON.stringify(errors));
  return data.publishAgencies;
};
const refusal = async (as: Parameters<AgenciesHarness['publish']>[0], input: object): Promise<string | undefined> =>
  (await subgraph.publish(as, { idempotencyKey: 'k', agencies: [department('a')], ...input })).errors?.[0]?.extensions
    .code;
const names = async (): Promise<Record<string, string>> => {
  const { agencies } = await subgraph.data<{ agencies: { nodes: { id: string; name: string }[] } }>(
    '{ agencies { nodes { id name } } }',
  );
  return Object.fromEntries(agencies.nodes.map(({ id, name }) => [id, name]));
};
const resolved = async (name: string): Promise<string[]> => {
  const { resolveAgency } = await subgraph.data<{ resolveAgency: { agency: { id: string } }[] }>(
    'query ($name: String!) { resolveAgency(name: $name) { agency { id } } }',
    { name },
  );
  return resolveAgency.map(({ agency }) => agency.id);
};
const codesOf = ({ problems }: Receipt): unknown[] => problems.map(({ row, path, code }) => [row, path, code]);

describe('publishing agencies', () => {
  beforeEach(async () => {
    subgraph = await AgenciesHarness.start();
  });
  afterEach(() => subgraph.stop());

  it('takes the whole reference directory through the same door', async () => {
    expect(await subgraph.publishDirectory()).toEqual([
      'agencies-1',
      'agencies-2',
      'agencies-3',
      'agencies-4',
      'agencies-5',
    ]);
    const again = await subgraph.publish('kon-tum', {
      idempotencyKey: 'directory',
      province: '62',
      agencies: agencyPublications().find(({ province }) => province === '62')?.agencies,
    });
    expect(again.data?.publishAgencies).toMatchObject({
      status: 'ACCEPTED',
      replayed: true,
      publication: { id: 'agencies-3' },
    });
    expect(verifyChain(await listLedger(subgraph.database.reader, 'AGENCIES', 0, 100))).toBeNull();
  });

  it('shows an accepted publication in the very next answer, also to name resolution', async () => {
    expect(await resolved('Sở Kỳ lạ')).toEqual([]);
    const receipt = await send([department('ky-la', { name: '  Sở   Kỳ lạ ', aliases: ['SKL', ' '] })]);
    expect(receipt).toMatchObject({
      status: 'ACCEPTED',
      acceptedRows: 1,
      replayed: false,
      publication: { id: 'agencies-1', status: 'ACCEPTED', province: { id: '62@2004-01-01' } },
    });
    expect(await resolved('Sở Kỳ lạ')).toEqual(['62/ky-la']);
    expect(await subgraph.data('{ agency(id: "62/ky-la") { name aliases } }')).toEqual({
      agency: { name: 'Sở Kỳ lạ', aliases: ['SKL'] },
    });
  });

  it('reports a dry run and writes nothing', async () => {
    expect(await send([department('a')], { dryRun: true })).toMatchObject({
      status: 'DRY_RUN',
      acceptedRows: 1,
      publication: null,
      problems: [],
    });
    expect(await names()).toEqual({});
  });

  it('answers the same key and content with the same receipt, and refuses other content', async () => {
    const first = await send([department('a')]);
    expect(await send([department('a')])).toEqual({ ...first, replayed: true });
    expect(await refusal('kon-tum', { province: '62', agencies: [department('b')] })).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  it('replaces the agencies stated and leaves the others, and brings them back on retraction', async () => {
    await send([department('a'), department('b')], { idempotencyKey: '1' });
    const second = await send([department('b', { name: 'Sở Mới' }), department('c')], { idempotencyKey: '2' });
    expect(await names()).toEqual({ '62/a': 'Sở a', '62/b': 'Sở Mới', '62/c': 'Sở c' });
    const { data } = await subgraph.retract('kon-tum', second.publication?.id ?? '');
    expect(data?.retractAgencies).toMatchObject({ status: 'RETRACTED', publication: { status: 'RETRACTED' } });
    expect(await names()).toEqual({ '62/a': 'Sở a', '62/b': 'Sở b' });
    expect(await resolved('Sở Mới')).toEqual([]);
  });

  it('lets only the publisher take a publication back', async () => {
    const { publication } = await send([department('a')]);
    const other = await subgraph.retract('hung-yen', publication?.id ?? '');
    expect(other.errors?.[0]?.extensions.code).toBe('RETRACTION_NOT_YOURS');
    const papi = await subgraph.retract('papi', publication?.id ?? '');
    expect(papi.errors?.[0]?.extensions.code).toBe('NOT_PERMITTED');
  });

  it('gives each publisher its own part of the directory', async () => {
    expect(await refusal('kon-tum', { province: '46' })).toBe('NOT_PERMITTED');
    expect(await refusal('kon-tum', { province: null })).toBe('NOT_PERMITTED');
    expect(await refusal('ministry', { province: '62' })).toBe('NOT_PERMITTED');
    expect(await refusal('papi', { province: null })).toBe('NOT_PERMITTED');
    expect(await refusal('analyst', { province: null })).toBe('NOT_PERMITTED');
    expect(await refusal(undefined, { province: '62' })).toBe('NOT_AUTHENTICATED');
    const central = { idempotencyKey: 'k', agencies: [department('bo-moi', { level: 'CENTRAL', kind: 'OTHER' })] };
    const { data } = await subgraph.publish('ministry', central);
    expect(data?.publishAgencies).toMatchObject({ status: 'ACCEPTED', publication: { province: null } });
    expect(await names()).toEqual({ 'central/bo-moi': 'Sở bo-moi' });
  });

  it('refuses no rows and more than 20,000', async () => {
    expect(await refusal('kon-tum', { province: '62', agencies: [] })).toBe('ROWS_MISSING');
    const many = Array.from({ length: 20_001 }, (_, place) => department(`a${place}`));
    expect(await refusal('kon-tum', { province: '62', agencies: many })).toBe('TOO_MANY_ROWS');
  });

  it('sees a circle that closes over what was published before', async () => {
    await send([department('a'), department('b', { parentKey: 'a' })], { idempotencyKey: '1' });
    const receipt = await send([department('a', { parentKey: 'b' })], { idempotencyKey: '2' });
    expect(codesOf(receipt)).toEqual([[0, 'parentKey', 'AGENCY_PARENT_CYCLE']]);
  });

  it('takes a publication of 20,000 rows', async () => {
    const rows = Array.from({ length: 20_000 }, (_, place) =>
      department(`a${place}`, place === 0 ? {} : { parentKey: `a${Math.floor((place - 1) / 10)}` }),
    );
    expect(await send(rows)).toMatchObject({ status: 'ACCEPTED', acceptedRows: 20_000 });
  });

  it('names the publication of an agency and keeps a parent that was taken back empty', async () => {
    const parent = await send([department('a')], { idempotencyKey: '1' });
    await send([department('b', { parentKey: 'a' })], { idempotencyKey: '2' });
    await subgraph.retract('kon-tum', parent.publication?.id ?? '');
    expect(await subgraph.data('{ agency(id: "62/b") { parent { id } publication { id status rowCount } } }')).toEqual({
      agency: { parent: null, publication: { id: 'agencies-2', status: 'ACCEPTED', rowCount: 1 } },
    });
  });
});

describe('the rows of a publication of agencies', () => {
  beforeAll(async () => {
    subgraph = await AgenciesHarness.start();
  });
  afterAll(() => subgraph.stop());

  it.each<[string, string, object, [string, string][]]>([
    ['a key with a capital', 'Sở-A', {}, [['key', 'AGENCY_KEY_INVALID']]],
    ['a key that begins with a digit', '62-so', {}, [['key', 'AGENCY_KEY_INVALID']]],
    ['a key of 101 letters', 'a'.repeat(101), { name: 'Sở' }, [['key', 'AGENCY_KEY_INVALID']]],
    ['a blank name', 'a', { name: ' \u00a0 ' }, [['name', 'AGENCY_NAME_MISSING']]],
    ['a long name', 'a', { name: 'ấ'.repeat(301) }, [['name', 'AGENCY_TEXT_TOO_LONG']]],
    ['a long alias', 'a', { aliases: ['b', 'b'.repeat(301)] }, [['aliases', 'AGENCY_TEXT_TOO_LONG']]],
    ['NUL in a name', 'a', { name: 'Sở\0' }, [['name', 'AGENCY_TEXT_INVALID']]],
    ['half a character', 'a', { nameEn: 'x\ud800y' }, [['nameEn', 'AGENCY_TEXT_INVALID']]],
    ['a bar in an alias', 'a', { aliases: ['x|y'] }, [['aliases', 'AGENCY_TEXT_INVALID']]],
    ['a line break in an abbreviation', 'a', { abbreviation: 'S\nA' }, [['abbreviation', 'AGENCY_TEXT_INVALID']]],
    ['a central level', 'a', { level: 'CENTRAL' }, [['level', 'AGENCY_LEVEL_MISPLACED']]],
    [
      'a last day before the first',
      'a',
      { validFrom: '2025-07-01', validTo: '2025-06-30' },
      [['validTo', 'AGENCY_VALIDITY_INVERTED']],
    ],
    ['an unknown parent', 'a', { parentKey: 'khong-co' }, [['parentKey', 'AGENCY_PARENT_UNKNOWN']]],
    ['an unknown parent elsewhere', 'a', { parentKey: 'central/bo-y-te' }, [['parentKey', 'AGENCY_PARENT_UNKNOWN']]],
    ['itself as parent', 'a', { parentKey: 'a' }, [['parentKey', 'AGENCY_PARENT_CYCLE']]],
    ['an unknown successor', 'a', { successorKeys: ['khong-co'] }, [['successorKeys', 'AGENCY_SUCCESSOR_UNKNOWN']]],
    ['itself as successor', 'a', { successorKeys: ['62/a'] }, [['successorKeys', 'AGENCY_SUCCESSOR_UNKNOWN']]],
  ])('refuses %s and writes nothing', async (_what, key, more, problems) => {
    const receipt = await send([department('ok'), department(key, more)]);
    expect(receipt).toMatchObject({ status: 'REJECTED', acceptedRows: 0, publication: null });
    expect(codesOf(receipt)).toEqual(problems.map(([path, code]) => [1, path, code]));
    expect(await names()).toEqual({});
  });

  it('reports every problem of every row, by row', async () => {
    const receipt = await send([department('a', { name: '' }), department('a'), department('B', { parentKey: 'x' })]);
    expect(codesOf(receipt)).toEqual([
      [0, 'name', 'AGENCY_NAME_MISSING'],
      [1, 'key', 'AGENCY_KEY_DUPLICATE'],
      [2, 'key', 'AGENCY_KEY_INVALID'],
      [2, 'parentKey', 'AGENCY_PARENT_UNKNOWN'],
    ]);
    expect(receipt.problems[1]?.message).toBe('Key "a" stands in row 0 already; state each agency once.');
  });
});

describe('the directory of names', () => {
  beforeAll(async () => {
    subgraph = await AgenciesHarness.start();
  });
  afterAll(() => subgraph.stop());

  it('is built once for all who ask after a change', async () => {
    await send([department('a', { name: 'Sở Lạ' })]);
    const question = '{ resolveAgency(name: "Sở Lạ") { agency { id } } }';
    const { result, statements } = await countStatements(subgraph.database, () =>
      Promise.all(Array.from({ length: 10 }, () => subgraph.data(question))),
    );
    expect(new Set(result.map((answer) => JSON.stringify(answer)))).toEqual(
      new Set(['{"resolveAgency":[{"agency":{"id":"62/a"}}]}']),
    );
    expect(statements.filter((name) => name === 'read-directory-head')).toHaveLength(10);
    expect(statements.filter((name) => name === 'read-directory')).toHaveLength(1);
  });
});

import { verifyChain, listLedger } from '@lientinh/publishing';
import { IndicatorsHarness, scoresInput } from './indicators-harness';

const KON_TUM = '62';

describe('publishing scores', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
  });
  afterAll(() => subgraph.stop());

  const countRows = async (year: number, index = 'PAPI'): Promise<number> => {
    const query =
      'query ($index: ID!, $year: Int!) { scores(filter: { index: $index, years: [$year] }) { totalCount } }';
    return (await subgraph.data<{ scores: { totalCount: number } }>(query, { index, year })).scores.totalCount;
  };
  const ledger = () => listLedger(subgraph.database.reader, 'SCORES', 0, 1_000);

  it.each([
    ['an unknown province code', [['99', '1', 5]], 0, 'province', 'SCORE_PROVINCE_UNKNOWN'],
    ['a name instead of a code', [['Kon Tum', '1', 5]], 0, 'province', 'SCORE_PROVINCE_UNKNOWN'],
    [
      'a unit that came later',
      [
        ['01', '1', 5],
        ['28', '1', 5],
      ],
      1,
      'province',
      'SCORE_PROVINCE_UNKNOWN',
    ],
    ['an unknown criterion', [[KON_TUM, '9', 5]], 0, 'criterion', 'SCORE_CRITERION_UNKNOWN'],
    ['a criterion of another year', [[KON_TUM, '8.3', 1]], 0, 'criterion', 'SCORE_CRITERION_UNKNOWN'],
    [
      'a score above its maximum',
      [
        ['01', '1', 5],
        [KON_TUM, '1', 10.0051],
      ],
      1,
      'value',
      'SCORE_ABOVE_MAXIMUM',
    ],
    ['a score below zero', [[KON_TUM, '1', -0.01]], 0, 'value', 'SCORE_NEGATIVE'],
    ['a huge score', [[KON_TUM, '1', 1.7e308]], 0, 'value', 'SCORE_ABOVE_MAXIMUM'],
    [
      'a cell twice',
      [
        [KON_TUM, '1', 5],
        ['01', '1', 5],
        [KON_TUM, '1', 5],
      ],
      2,
      'criterion',
      'SCORE_DUPLICATE_CELL',
    ],
    ['a rank of zero', [[KON_TUM, '1', 5, 0]], 0, 'publishedRank', 'SCORE_RANK_INVALID'],
  ] as const)('refuses %s with code, row and field, and writes nothing', async (_name, rows, row, path, code) => {
    const before = await ledger();
    const input = scoresInput([...rows, ['02', '1', 5]] as Parameters<typeof scoresInput>[0]);
    const { data } = await subgraph.publish('papi', input);
    expect(data?.publishScores).toMatchObject({ status: 'REJECTED', acceptedRows: 0, publication: null });
    expect(data?.publishScores.problems).toEqual([expect.objectContaining({ row, path, code })]);
    expect(data?.publishScores.problems[0]?.value).not.toBeNull();
    expect([await countRows(2018), await ledger()]).toEqual([0, before]);
  });

  it('says what may have been meant: the code of a name, what became of a code, the nearest criteria', async () => {
    const messages = async (rows: Parameters<typeof scoresInput>[0], more = {}) =>
      (await subgraph.publish('papi', scoresInput(rows, more))).data?.publishScores.problems.map(
        ({ message }) => message,
      );
    expect(await messages([['Kon Tum', '1', 5]])).toEqual([expect.stringContaining('62 (Kon Tum)')]);
    expect(await messages([['28', '1', 5]])).toEqual([expect.stringContaining('01 (Hà Nội)')]);
    expect(await messages([['62', '1.I', 5]])).toEqual([expect.stringContaining('1.1')]);
  });

  it('takes 3.33 and what rounds to it for a third of ten, and refuses another maximum', async () => {
    const dryRun = (value: number, maxScore: number) =>
      subgraph.publish('papi', {
        ...scoresInput([], { dryRun: true, year: 2022 }),
        scores: [{ province: KON_TUM, criterion: '8.1', value, maxScore }],
      });
    expect((await dryRun(3.3333, 3.33)).data?.publishScores.status).toBe('DRY_RUN');
    expect((await dryRun(3, 5)).data?.publishScores.problems).toEqual([
      expect.objectContaining({ row: 0, path: 'maxScore', code: 'SCORE_MAXIMUM_DIFFERS', value: '5' }),
    ]);
  });

  it('bounds a part without a stated maximum by the maximum of the whole', async () => {
    const input = {
      ...scoresInput([], { index: 'SIPAS', year: 2018 }),
      scores: [{ province: KON_TUM, criterion: '1', value: 100.1 }],
    };
    expect((await subgraph.publish('ministry', input)).data?.publishScores.problems).toEqual([
      expect.objectContaining({ row: 0, path: 'value', code: 'SCORE_ABOVE_MAXIMUM' }),
    ]);
  });

  it.each([['"NaN"'], ['1e999'], ['"5,94"'], ['null']])(
    'refuses %s as a score, naming row and field',
    async (value) => {
      const mutation = 'mutation ($input: PublishScoresInput!) { publishScores(input: $input) { status } }';
      const variables = `{"input":{"idempotencyKey":"nan","index":"PAPI","year":2018,"status":"PUBLISHED","scores":[
      {"province":"01","criterion":"1","value":5},{"province":"62","criterion":"1","value":${value}}]}}`;
      const { data, errors } = await subgraph.ask(mutation, variables, { as: 'papi' });
      expect(data ?? null).toBeNull();
      expect(errors?.[0]).toMatchObject({ extensions: { code: 'BAD_USER_INPUT' } });
      expect(errors?.[0]?.message).toContain('input.scores[1].value');
      expect(await countRows(2018)).toBe(0);
    },
  );

  it.each([
    ['an unknown index', { index: 'PAPII' }, 'index', 'INDEX_UNKNOWN'],
    ['a year without a framework', { year: 2010 }, 'year', 'FRAMEWORK_MISSING'],
    ['derived scores', { status: 'DERIVED' }, 'status', 'SCORE_STATUS_NOT_PUBLISHABLE'],
    ['reported figures without a source', { standing: 'REPORTED' }, 'source', 'SCORE_SOURCE_MISSING'],
  ])('refuses %s for the whole input', async (_name, more, path, code) => {
    const { data } = await subgraph.publish('papi', scoresInput([[KON_TUM, '1', 5]], more));
    expect(data?.publishScores).toMatchObject({ status: 'REJECTED', publication: null });
    expect(data?.publishScores.problems).toEqual([expect.objectContaining({ row: null, path, code })]);
  });

  it('refuses 100,000 rows before looking at them, and no rows at all', async () => {
    const row = { province: 'x', criterion: '1', value: 5 };
    const many = { ...scoresInput([]), scores: Array.from({ length: 100_000 }, () => row) };
    expect((await subgraph.publish('papi', many)).errors?.[0]?.extensions).toMatchObject({
      code: 'TOO_MANY_ROWS',
      details: { rows: 100_000, limit: 20_000 },
    });
    expect((await subgraph.publish('papi', scoresInput([]))).errors?.[0]?.extensions.code).toBe('ROWS_MISSING');
  });

  it.each([
    ['nobody', undefined, {}, 'NOT_AUTHENTICATED'],
    ['an analyst', 'analyst', {}, 'NOT_PERMITTED'],
    ['the publisher of another index', 'pci', {}, 'NOT_PERMITTED'],
    ['a province that publishes a result', 'kon-tum', { index: 'PAR_INDEX', year: 2019 }, 'NOT_PERMITTED'],
  ] as const)('lets %s publish nothing', async (_name, as, more, code) => {
    const { errors } = await subgraph.publish(as, scoresInput([[KON_TUM, 'TOTAL', 5]], more));
    expect(errors?.[0]?.extensions.code).toBe(code);
  });

  it('lets a province claim for itself and for no other', async () => {
    const claim = { index: 'PAR_INDEX', year: 2019, status: 'SELF_ASSESSED', dryRun: true };
    expect(
      (await subgraph.publish('kon-tum', scoresInput([[KON_TUM, 'TOTAL', 80]], claim))).data?.publishScores.status,
    ).toBe('DRY_RUN');
    const { errors } = await subgraph.publish(
      'kon-tum',
      scoresInput(
        [
          [KON_TUM, 'TOTAL', 80],
          ['33', 'TOTAL', 80],
        ],
        claim,
      ),
    );
    expect(errors?.[0]?.extensions).toMatchObject({
      code: 'NOT_PERMITTED',
      details: { right: 'PROVINCE', subject: '33' },
    });
  });

  it('writes nothing on a dry run, the same receipt for the same key, and refuses the key for other content', async () => {
    const input = scoresInput([[KON_TUM, '1', 5.5]], { year: 2011 });
    expect((await subgraph.publish('papi', { ...input, dryRun: true })).data?.publishScores).toMatchObject({
      status: 'DRY_RUN',
      acceptedRows: 1,
      publication: null,
    });
    expect(await countRows(2011)).toBe(0);
    const first = await subgraph.accepted('papi', input);
    const again = await subgraph.accepted('papi', input);
    expect(again).toEqual({ ...first, replayed: true });
    const other = { ...input, scores: [{ province: KON_TUM, criterion: '1', value: 5.6 }] };
    expect((await subgraph.publish('papi', other)).errors?.[0]?.extensions.code).toBe('IDEMPOTENCY_KEY_REUSED');
    expect((await subgraph.publish('papi', { ...input, year: 2012 })).errors?.[0]?.extensions.code).toBe(
      'IDEMPOTENCY_KEY_REUSED',
    );
    expect(await countRows(2011)).toBe(1);
  });

  it('supersedes the cells it states again and no others, and keeps an unbroken ledger', async () => {
    const first = await subgraph.accepted(
      'papi',
      scoresInput(
        [
          [KON_TUM, '1', 5],
          ['01', '1', 6],
        ],
        { year: 2013 },
      ),
    );
    const second = await subgraph.accepted('papi', scoresInput([[KON_TUM, '1', 5.1]], { year: 2013 }));
    expect(second.publication?.supersedes?.id).toBe(first.publication?.id);
    const { scores } = await subgraph.data<{ scores: { nodes: readonly { value: number }[] } }>(
      '{ scores(filter: { index: "PAPI", years: [2013] }) { nodes { value } } }',
    );
    expect(scores.nodes.map(({ value }) => value)).toEqual([6, 5.1]);
    expect(verifyChain(await ledger())).toBeNull();
  });

  it('keeps the exact digits that were sent', async () => {
    await subgraph.accepted(
      'papi',
      scoresInput(
        [
          [KON_TUM, '1', 5.941646576123457],
          ['01', '1', 1e-7],
        ],
        { year: 2015 },
      ),
    );
    const { scores } = await subgraph.data<{ scores: { nodes: readonly { value: number }[] } }>(
      '{ scores(filter: { index: "PAPI", years: [2015] }) { nodes { value } } }',
    );
    expect(scores.nodes.map(({ value }) => value)).toEqual([1e-7, 5.941646576123457]);
  });

  it('tells problems in the language asked for', async () => {
    const mutation = 'mutation ($input: PublishScoresInput!) { publishScores(input: $input) { problems { message } } }';
    const input = scoresInput([[KON_TUM, '1', 11]]);
    const message = async (language: string) => {
      const answer = await subgraph.data<{ publishScores: { problems: readonly { message: string }[] } }>(
        mutation,
        { input },
        { as: 'papi', language },
      );
      return answer.publishScores.problems[0]?.message;
    };
    expect(await message('en')).toBe('The score 11 is above the maximum 10 of the criterion.');
    expect(await message('vi')).toBe('Điểm 11 vượt điểm tối đa 10 của tiêu chí.');
  });
});

import { OData } from '@odata/client';
import { SCORE_COUNT } from './clients/seed';
import { startSmallService, type SmallService } from './clients/small-service';

interface Score {
  readonly Id: string;
  readonly Year: number;
  readonly Value: number | null;
  readonly Measure: { readonly Code: string };
}

let service: SmallService;
let client: ReturnType<typeof OData.New4>;
beforeAll(async () => {
  service = await startSmallService();
  client = OData.New4({ serviceEndpoint: service.root });
});
afterAll(() => service.stop());

describe('@odata/client', () => {
  it('reads an entity by its key', async () => {
    const score = await client.getEntitySet<Score>('Scores').retrieve('S003');
    expect(score).toMatchObject({ Id: 'S003', Year: 2024, Value: 0.75 });
  });

  it('reads an entity by a key of two parts', async () => {
    const quota = await client
      .getEntitySet<{ readonly Name: string }>('Quotas')
      .retrieve({ Name: 'An Giang', Year: 2024 });
    expect(quota).toMatchObject({ Name: 'An Giang', Year: 2024 });
  });

  it('filters, orders and selects', async () => {
    const filter = client.newFilter().property('Year').eq(2024).property('Value').gt(20);
    const options = client.newOptions().filter(filter).orderby('Value', 'desc').select(['Id', 'Value']).top(3);
    const rows = await client.getEntitySet<Score>('Scores').query(options);
    expect(rows.map(({ Id, Value }) => [Id, Value])).toEqual([
      ['S127', 31.75],
      ['S123', 30.75],
      ['S119', 29.75],
    ]);
  });

  it('counts', async () => {
    const filter = client.newFilter().property('MeasureCode').eq('PAPI').property('Year').eq(2024);
    expect(await client.getEntitySet<Score>('Scores').count(filter)).toBe(32);
  });

  it('expands', async () => {
    const rows = await client.getEntitySet<Score>('Scores').query(client.newOptions().expand('Measure').top(2));
    expect(rows.map(({ Measure }) => Measure.Code)).toEqual(['PAPI', 'PCI']);
  });

  it('pages with $skip and $top', async () => {
    const ids: string[] = [];
    for (let skip = 0; ; skip += 40) {
      const options = client.newOptions().select(['Id']).orderby('Id').skip(skip).top(40);
      const rows = await client.getEntitySet<Score>('Scores').query(options);
      if (rows.length === 0) break;
      ids.push(...rows.map(({ Id }) => Id));
    }
    expect(new Set(ids).size).toBe(SCORE_COUNT);
  });

  it('gets a next link that leads through every page', async () => {
    const first = await client.newRequest<Score>({ collection: 'Scores', method: 'GET' });
    type Answer = typeof first & { readonly '@odata.nextLink'?: string };
    const ids: string[] = [];
    let answer: Answer | undefined = first;
    while (answer !== undefined) {
      ids.push(...(answer.value ?? []).map(({ Id }) => Id));
      const next: string | undefined = answer['@odata.nextLink'];
      answer = next === undefined ? undefined : ((await (await fetch(next)).json()) as Answer);
    }
    expect(new Set(ids).size).toBe(SCORE_COUNT);
  });

  it('aggregates', async () => {
    const apply = `groupby((MeasureCode),aggregate($count as Rows))`;
    const rows = await client
      .getEntitySet<{ readonly MeasureCode: string; readonly Rows: number }>('Scores')
      .query(client.newOptions().apply(apply));
    expect(Object.fromEntries(rows.map(({ MeasureCode, Rows }) => [MeasureCode, Rows]))).toEqual({ PAPI: 65, PCI: 65 });
  });

  it('tells what is wrong with a request', async () => {
    const wrong = client.newOptions().select(['Scor']);
    await expect(client.getEntitySet<Score>('Scores').query(wrong)).rejects.toThrow(/Scor/);
  });

  it('reads several requests in one multipart batch, of which it accepts JSON', async () => {
    const answers = await client.execBatchRequests([
      client.newBatchRequest({ collection: 'Scores', id: 'S001' }),
      client.newBatchRequest({ collection: 'Measures', id: 'PCI' }),
      client.newBatchRequest({ collection: 'Scores', id: 'nobody' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 404]);
    expect(await answers[0]?.json()).toMatchObject({ Id: 'S001', Note: 'Đánh giá 1 "tốt" & đạt 100% của O\'Neil' });
    expect(await answers[1]?.json()).toMatchObject({ Code: 'PCI' });
  });

  it('reads several requests in one batch of JSON', async () => {
    const answers = await client.execBatchRequestsJson([
      client.newBatchRequest({ collection: 'Scores', id: 'S001' }),
      client.newBatchRequest({ collection: 'Measures', id: 'PCI' }),
    ]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await answers[1]?.json()).toMatchObject({ Code: 'PCI' });
  });
});

import { FetchClient } from '@odata2ts/http-client-fetch';
import { asc, desc } from '@sap-cloud-sdk/odata-v4';
import { odata2tsService, sapService, type Odata2tsService, type SapApi } from './clients/generated-api';
import { AWKWARD_NAME, SCORE_COUNT } from './clients/seed';
import { startSmallService, type SmallService } from './clients/small-service';
import { generateClients, type GeneratedClients } from './generated/generate-clients';
import { readPages, rowsOf } from './power-query/pages';

/** Clients are generated from the `$metadata` that the connector serves, and then read from it. */
let service: SmallService;
let clients: Readonly<Record<'en' | 'vi', GeneratedClients>>;
beforeAll(async () => {
  service = await startSmallService();
  const generate = async (path: string): Promise<GeneratedClients> =>
    generateClients(await (await fetch(`${service.root}${path}$metadata`)).text());
  clients = { en: await generate(''), vi: await generate('vi/') };
}, 300_000);
afterAll(async () => {
  await service.stop();
  await Promise.all([clients.en.remove(), clients.vi.remove()]);
});

describe('the client of odata2ts', () => {
  let generated: Odata2tsService;
  beforeAll(() => {
    generated = odata2tsService(clients.en, 'LienTinh', new FetchClient(), service.root.slice(0, -1));
  });

  it('reads by key', async () => {
    const { data } = await generated.Scores('S003').query();
    expect(data).toMatchObject({ Id: 'S003', Year: 2024, Value: 0.75 });
    const quota = await generated.Quotas({ Name: 'An Giang', Year: 2024 }).query();
    expect(quota.data).toMatchObject({ Name: 'An Giang', Year: 2024 });
  });

  it('filters, orders, selects, expands and counts in one request', async () => {
    const { data } = await generated.Scores().query((builder, columns) =>
      builder
        .filter(columns.Year.eq(2024), columns.Value.gt(20), columns.Note.contains('tốt" & đạt 100%'))
        .orderBy(columns.Value.desc())
        .select('Id', 'Value')
        .expanding('Measure', (nested) => nested.select('Code'))
        .top(2)
        .count(),
    );
    expect(data.value).toEqual([
      expect.objectContaining({
        Id: 'S127',
        Value: 31.75,
        Measure: expect.objectContaining({ Code: 'PAPI' }) as unknown,
      }),
      expect.objectContaining({ Id: 'S123' }),
    ]);
    expect(data).toMatchObject({ '@odata.count': 10 });
  });

  it('gets a next link that leads through every page', async () => {
    const { data } = await generated.Scores().query();
    const next = (data as { readonly '@odata.nextLink'?: string })['@odata.nextLink'] ?? '';
    const rows = [...data.value, ...rowsOf(await readPages(next))];
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(SCORE_COUNT);
  });

  it('reads under Vietnamese names', async () => {
    const root = `${service.root}vi`;
    const vietnamese = odata2tsService(clients.vi, 'LienTinhVi', new FetchClient(), root);
    const { data } = await vietnamese
      .Điểm_số()
      .query((builder, columns) =>
        builder
          .filter(columns.Năm.eq(2024))
          .orderBy(columns.Điểm.desc())
          .select('Khóa', 'Điểm')
          .expand('Thước_đo_của_điểm')
          .top(1),
      );
    expect(data.value).toEqual([expect.objectContaining({ Khóa: 'S127', Điểm: 31.75 })]);
    expect(data.value[0]?.['Thước_đo_của_điểm']).toMatchObject({ Mã: 'PAPI' });
  });
});

describe('the client of the SAP Cloud SDK', () => {
  let scores: SapApi;
  let quotas: SapApi;
  let destination: { readonly url: string };
  const path = '/odata/v4';
  beforeAll(() => {
    const apis = sapService(clients.en);
    scores = apis.scoresApi;
    quotas = apis.quotasApi;
    destination = { url: new URL(service.root).origin };
  });

  it('reads by key', async () => {
    const score = await scores.requestBuilder().getByKey('S003').setBasePath(path).execute(destination);
    expect([score['id'], score['year'], String(score['value'])]).toEqual(['S003', 2024, '0.75']);
    const quota = await quotas.requestBuilder().getByKey(AWKWARD_NAME, 2025).setBasePath(path).execute(destination);
    expect(String(quota['amount'])).toBe('2');
  });

  it('filters, orders, selects and expands', async () => {
    const { schema } = scores;
    const rows = await scores
      .requestBuilder()
      .getAll()
      .filter(schema.YEAR.equals(2024))
      .orderBy(desc(schema.DECIDED_ON as never), asc(schema.ID as never))
      .select(schema.ID)
      .expand(schema.MEASURE)
      .top(3)
      .setBasePath(path)
      .execute(destination);
    expect(rows.map(({ id }) => id)).toEqual(['S027', 'S055', 'S083']);
    expect(rows[0]?.['measure']).toMatchObject({ code: 'PAPI' });
  });

  it('counts', async () => {
    const count = await scores
      .requestBuilder()
      .getAll()
      .filter(scores.schema.MEASURE_CODE.equals('PCI'))
      .count()
      .setBasePath(path)
      .execute(destination);
    expect(count).toBe(65);
  });

  it('gets a next link that leads through every page', async () => {
    const { data } = await scores.requestBuilder().getAll().setBasePath(path).executeRaw(destination);
    const page = data as {
      readonly value: readonly Readonly<Record<string, unknown>>[];
      readonly '@odata.nextLink': string;
    };
    const rows = [...page.value, ...rowsOf(await readPages(page['@odata.nextLink']))];
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(SCORE_COUNT);
  });
});

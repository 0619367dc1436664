import { startSmallConnector, type SmallConnector } from './support/small-connector';

let small: SmallConnector;
beforeAll(async () => {
  small = await startSmallConnector();
  await small.scores.publishScores([{ id: 'a', provinceCode: '62', year: 2018, note: 'Kon Tum' }]);
});
afterAll(() => small.close());

describe('a refusal with a way out', () => {
  it.each([
    ["Provinces('62')", 404, "Provinces?$filter=Code eq '62'"],
    ['Provinces(62)', 400, "Provinces?$filter=Code eq '62'"],
    ['Provinces/62', 404, "Provinces?$filter=Code eq '62'"],
    ["Provinces(Code='62')", 400, "Provinces?$filter=Code eq '62'"],
    ["Scores('62')", 404, "Scores?$filter=ProvinceCode eq '62'"],
    ["Scores('62')/Measure", 404, "Scores?$filter=ProvinceCode eq '62'"],
  ])('names the key and a filter that finds rows: %s', async (path, status, right) => {
    const answer = await small.get(path);
    expect(answer.status).toBe(status);
    for (const language of ['vi', 'en'])
      expect(answer.json.error.innererror[language]).toMatch(new RegExp(`Id.*: ${right.replaceAll(/[$?]/g, '\\$&')}$`));
    expect((await small.get(right)).json.value.length).toBeGreaterThan(0);
  });

  it('speaks the names of the service root', async () => {
    const answer = await small.get(`${small.address}/odata/v4/vi/${encodeURIComponent('Điểm_số')}('62')`);
    expect(answer.json.error.innererror['vi']).toContain("Điểm_số?$filter=Mã_tỉnh eq '62'");
  });

  it.each([
    'Scores?$filter=MeasureCode eq PAPI',
    'Scores?$filter=MeasureCode in (PAPI)',
    "Scores?$filter=MeasureCode in ('PCI', PAPI)",
    'Scores?$filter=contains(MeasureCode,PAPI)',
  ])('proposes quotes for a text without: %s', async (path) => {
    const { json } = await small.get(path);
    expect(json.error.code).toBe('ODATA_UNKNOWN_NAME');
    for (const language of ['vi', 'en']) expect(json.error.innererror[language]).toContain(": 'PAPI'.");
    expect((await small.get(path.replace('PAPI', "'PAPI'"))).status).toBe(200);
  });

  it.each([
    "Scores('nothing')",
    "Measures('nothing')",
    "Quotas(Name='n',Year=1)",
    'Scores?$filter=Valu gt 5',
    "Scores?$filter=Year eq 'MMXVIII'",
    "Scores?$filter=Year eq 'MMXVIII' and Value gt 5",
    'Scores?$filter=Year eq MeasureCode and Year eq 2018',
  ])('says nothing where nothing can be guessed: %s', async (path) => {
    const { status, json } = await small.get(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(json.error.innererror['values']).not.toHaveProperty('hint');
  });

  it.each([
    ["Scores?$filter=Year eq '2018'", ': 2018.'],
    ["Scores?$filter=Value gt 1 and Year ge '2018'", ': 2018.'],
    ['Scores?$filter=ProvinceCode eq 62', ": '62'."],
    ['Scores?$filter=Value eq NULL', ': null.'],
  ])('tells who takes numbers for texts, or texts for numbers: %s', async (path, end) => {
    const { status, json } = await small.get(path);
    expect(status).toBe(400);
    for (const language of ['vi', 'en']) expect(String(json.error.innererror[language]).endsWith(end)).toBe(true);
  });

  it('writes what somebody wrote in SQL as OData does', async () => {
    const { json } = await small.get("Scores?$filter=Status = 'PUBLISHED'");
    expect(json.error).toMatchObject({ code: 'ODATA_SYNTAX', target: '$filter' });
    expect(json.error.innererror['vi']).toContain("OData viết eq thay cho =: Status eq 'PUBLISHED'.");
    expect((await small.get("Scores?$filter=Status eq 'PUBLISHED'")).json.value).toHaveLength(1);
  });
});

import { AgenciesHarness } from './agencies-harness';

describe('agencies through the bulk door', () => {
  let agencies: AgenciesHarness;
  beforeAll(async () => {
    agencies = await AgenciesHarness.start();
  });
  afterAll(() => agencies.stop());

  const file = (...rows: string[]): string => ['key,name,aliases,kind,level', ...rows, ''].join('\n');

  it('are what the mutation would have published', async () => {
    const csv = file(
      'so-noi-vu,Sở Nội vụ,SNV | Sở NV,DEPARTMENT,PROVINCIAL',
      '"so-y-te","Sở Y tế",,DEPARTMENT,PROVINCIAL',
    );
    const { status, body } = await agencies.sendFile('kon-tum', '62', 'file-1', csv);
    expect([status, body]).toEqual([
      200,
      expect.objectContaining({ status: 'ACCEPTED', acceptedRows: 2, replayed: false }),
    ]);
    const { agency } = await agencies.data<{ agency: { name: string; aliases: string[] } }>(
      '{ agency(id: "62/so-noi-vu") { name aliases } }',
    );
    expect(agency).toEqual({ name: 'Sở Nội vụ', aliases: ['SNV', 'Sở NV'] });
    expect((await agencies.sendFile('kon-tum', '62', 'file-1', csv)).body).toMatchObject({ replayed: true });
  });

  it('are refused row by row, by the same checks', async () => {
    const { status, body } = await agencies.sendFile(
      'kon-tum',
      '62',
      'file-2',
      file('so-a,,,DEPARTMENT,PROVINCIAL', 'so-b,Sở B,,SOMETHING,PROVINCIAL'),
    );
    expect(status).toBe(422);
    expect(
      (body as { problems: { row: number; code: string }[] }).problems.map(({ row, code }) => [row, code]),
    ).toEqual([
      [0, 'AGENCY_NAME_MISSING'],
      [1, 'AGENCY_KIND_UNKNOWN'],
    ]);
  });

  it("are refused in another province's name before a row is read", async () => {
    const { status, body } = await agencies.sendFile(
      'kon-tum',
      '46',
      'file-3',
      file('so-a,Sở A,,DEPARTMENT,PROVINCIAL'),
    );
    expect([status, body]).toEqual([
      403,
      {
        errors: [
          expect.objectContaining({ extensions: expect.objectContaining({ code: 'NOT_PERMITTED' }) as unknown }),
        ],
      },
    ]);
  });
});

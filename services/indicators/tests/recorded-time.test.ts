import { IndicatorsHarness, scoresInput } from './indicators-harness';

interface Cell {
  readonly value: number | null;
  readonly rank: number | null;
  readonly rankedAmong: number | null;
  readonly missing: string | null;
}

const TABLE = `query ($asOf: DateTime) { comparison(index: "PCI", year: 2016, provinces: ["48", "22", "87", "62"], criteria: ["TOTAL"], recordedAsOf: $asOf) {
  rows { cells { value rank rankedAmong missing } } notes { kind year } } }`;

describe('what was known when', () => {
  let subgraph: IndicatorsHarness;
  beforeAll(async () => {
    subgraph = await IndicatorsHarness.start();
  });
  afterAll(() => subgraph.stop());

  const cellsAsOf = async (asOf?: string): Promise<readonly Cell[]> => {
    const { comparison } = await subgraph.data<{ comparison: { rows: readonly { cells: readonly Cell[] }[] } }>(TABLE, {
      asOf,
    });
    return comparison.rows[0]?.cells ?? [];
  };
  const brief = (cells: readonly Cell[]): unknown => cells.map(({ value, rank }) => [value, rank]);
  const before = (instant: string): string => {
    const whole = instant.slice(0, 20);
    const micros = String(Number(instant.slice(20, 26)) - 1).padStart(6, '0');
    return instant.slice(20, 26) === '000000' ? instant : `${whole}${micros}Z`;
  };
  const pci = { index: 'PCI', year: 2016 };

  it('answers before, between and after a correction and a retraction, and ranks as the coverage was declared then', async () => {
    const nothing = [
      [null, null],
      [null, null],
      [null, null],
      [null, null],
    ];
    expect(brief(await cellsAsOf())).toEqual(nothing);
    const partial = await subgraph.accepted(
      'pci',
      scoresInput(
        [
          ['48', 'TOTAL', 70.0],
          ['22', 'TOTAL', 65.6],
        ],
        pci,
      ),
    );
    const complete = await subgraph.accepted(
      'pci',
      scoresInput(
        [
          ['48', 'TOTAL', 70.0],
          ['22', 'TOTAL', 65.6],
          ['87', 'TOTAL', 64.96],
          ['62', 'TOTAL', 56.27],
        ],
        { ...pci, coverage: 'COMPLETE' },
      ),
    );
    const correction = await subgraph.accepted('pci', scoresInput([['62', 'TOTAL', 66]], pci));
    const answer = await subgraph.retract('pci', correction.publication?.id ?? '');
    expect(answer.data?.retractScores).toMatchObject({
      status: 'RETRACTED',
      publication: { id: correction.publication?.id },
    });

    const at = (receipt: typeof partial): string => receipt.publication?.receivedAt ?? '';
    const declared = [
      [70, 1],
      [65.6, 2],
      [64.96, 3],
      [56.27, 4],
    ];
    expect(brief(await cellsAsOf(before(at(partial))))).toEqual(nothing);
    expect(brief(await cellsAsOf(at(partial)))).toEqual([
      [70, null],
      [65.6, null],
      [null, null],
      [null, null],
    ]);
    expect(brief(await cellsAsOf(at(complete)))).toEqual(declared);
    expect(brief(await cellsAsOf(before(at(correction))))).toEqual(declared);
    expect(brief(await cellsAsOf(at(correction)))).toEqual([
      [70, 1],
      [65.6, 3],
      [64.96, 4],
      [66, 2],
    ]);
    expect(brief(await cellsAsOf())).toEqual(declared);

    await subgraph.retract('pci', complete.publication?.id ?? '');
    expect(brief(await cellsAsOf())).toEqual([
      [70, null],
      [65.6, null],
      [null, null],
      [null, null],
    ]);
    expect(brief(await cellsAsOf(at(correction)))).toEqual([
      [70, 1],
      [65.6, 3],
      [64.96, 4],
      [66, 2],
    ]);
  });

  it('shows an acknowledged publication in the very next answer, while the same question is asked all the time', async () => {
    for (const value of [40, 41, 42, 43]) {
      await Promise.all([
        cellsAsOf(),
        cellsAsOf(),
        subgraph.accepted('pci', scoresInput([['62', 'TOTAL', value]], pci)),
      ]);
      expect((await cellsAsOf())[3]?.value).toBe(value);
    }
  });

  it("refuses to retract what is another's, unknown, or without a reason", async () => {
    const { publication } = await subgraph.accepted('pci', scoresInput([['62', 'TOTAL', 44]], pci));
    const code = async (...args: Parameters<IndicatorsHarness['retract']>) =>
      (await subgraph.retract(...args)).errors?.[0]?.extensions.code;
    expect(await code('papi', publication?.id ?? '')).toBe('RETRACTION_NOT_YOURS');
    expect(await code('pci', 'scores-999')).toBe('PUBLICATION_UNKNOWN');
    expect(await code('pci', publication?.id ?? '', ' ')).toBe('RETRACTION_REASON_MISSING');
    expect(await code('analyst', publication?.id ?? '')).toBe('NOT_PERMITTED');
  });
});

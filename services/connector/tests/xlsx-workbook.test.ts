import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { biSets } from '@lientinh/bi';
import type { OutputColumn } from '../src/plan/plan';
import { xlsxFormat } from '../src/respond/xlsx/xlsx-format';
import { hasMissingWords } from '../src/respond/xlsx/missing-words';
import { beginRows } from '../src/respond/table/begin-rows';
import { DATA_ROWS, RowFeed, sheetTable, sheetXml } from '../src/respond/xlsx/sheet';
import { answerOf, type AnswerParts, batchesOf, bytesOf, type Row, selecting, setNamed } from './support/table-answers';

const comparisons = setNamed('Comparisons');
const SELECT = selecting('ProvinceCode', 'ProvinceNameVi', 'Year', 'Value', 'IsMethodologyBreak', 'RecordedAt');
const ROW = {
  ProvinceCode: '08',
  ProvinceNameVi: 'Tuyên Quang',
  Year: '2018',
  Value: '5.63452',
  IsMethodologyBreak: 'f',
  RecordedAt: '2026-03-04 17:30:15.250000+00',
  IndexCode: 'PAPI',
  CriterionCode: '7.1',
  CriterionNameVi: 'Bảo vệ môi trường',
  SourceDocument: 'PAPI 2018.pdf',
  SourceUrl: 'https://papi.org.vn/2018',
};

async function workbookOf(
  parts: Omit<AnswerParts, 'format' | 'set'> & Partial<AnswerParts>,
): Promise<ExcelJS.Workbook> {
  const answer = answerOf({ set: comparisons, format: xlsxFormat, ...parts });
  const workbook = new ExcelJS.Workbook();
  const bytes = await bytesOf(await xlsxFormat.respond(answer));
  await workbook.xlsx.load(bytes as unknown as ExcelJS.Buffer);
  return workbook;
}
const sheetOf = (workbook: ExcelJS.Workbook, name = 'Dữ liệu'): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (sheet === undefined) throw new Error(`no sheet ${name}`);
  return sheet;
};
const textsOf = (sheet: ExcelJS.Worksheet): string[][] =>
  sheet
    .getSheetValues()
    .flatMap((row) =>
      Array.isArray(row)
        ? [
            Array.from(
              row.slice(1),
              (value) => (value as string | number | boolean | null | undefined)?.toString() ?? '',
            ),
          ]
        : [],
    );
const notesOf = (workbook: ExcelJS.Workbook): string[][] => textsOf(sheetOf(workbook, 'Nguồn và ghi chú'));

describe('a workbook of Excel', () => {
  it('has Vietnamese heads, true numbers, booleans and dates, and codes that keep their zeros', async () => {
    const sheet = sheetOf(await workbookOf({ options: { select: SELECT }, rows: [ROW] }));
    const values = (row: number) => (sheet.getRow(row).values as unknown[]).slice(1);
    expect(values(1)).toEqual(['Mã tỉnh', 'Tên tỉnh', 'Năm', 'Điểm', 'Đổi phương pháp', 'Ghi nhận lúc']);
    expect(values(2)).toEqual(['08', 'Tuyên Quang', 2018, 5.63452, false, new Date('2026-03-05T00:30:15.250Z')]);
    expect(sheet.getCell('F2').numFmt).toBe('[$-42A]dd/mm/yyyy hh:mm:ss');
    expect(sheet.getCell('C2').numFmt).toBe('0');
  });

  it('freezes the head, filters all columns and gives widths', async () => {
    const sheet = sheetOf(await workbookOf({ options: { select: SELECT }, rows: [ROW, ROW] }));
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet.autoFilter).toBe('A1:F3');
    expect(sheet.getColumn(2).width).toBeGreaterThanOrEqual('Tuyên Quang'.length);
  });

  it.each([
    ['en', ['Province code', 'Value']],
    ['names', ['ProvinceCode', 'Value']],
    ['vi', ['Mã tỉnh', 'Điểm']],
  ])('takes heads by headers=%s', async (headers, heads) => {
    const options = { select: selecting('ProvinceCode', 'Value'), others: { headers } };
    expect(textsOf(sheetOf(await workbookOf({ options, rows: [] })))).toEqual([heads]);
  });

  it('refuses other heads before a row is read', () => {
    const parts = { set: comparisons, format: xlsxFormat, rows: [], options: { others: { headers: 'fr' } } };
    expect(() => answerOf(parts)).toThrow(
      expect.objectContaining({
        code: 'ODATA_FORMAT_OPTION_INVALID',
        details: { option: 'headers', value: 'fr', allowed: ['vi', 'en', 'names'] },
      }),
    );
  });

  it('never makes a formula of a text, whatever it begins with', async () => {
    const evil = ['=1+1', "=cmd|' /C calc'!A0", '+1', '-1', '@SUM(A1)', '\t=1', '<b>&amp;"', 'a]]>b'];
    const rows = evil.map((text) => ({ ProvinceNameVi: text }));
    const sheet = sheetOf(await workbookOf({ options: { select: selecting('ProvinceNameVi') }, rows }));
    evil.forEach((text, index) => {
      const cell = sheet.getCell(index + 2, 1);
      expect([cell.formula, cell.value]).toEqual([undefined, text]);
    });
  });

  it('keeps what a cell cannot hold as a number or date as text, and leaves missing values empty', async () => {
    const columns: OutputColumn[] = (['Edm.Int64', 'Edm.Decimal', 'Edm.Date', 'JSON'] as const).map((type, index) => ({
      name: `c${index}`,
      type,
      role: 'COMPUTED',
      property: null,
    }));
    const rows = [
      { c0: '999999999999999', c1: '0.1', c2: '1900-03-01', c3: '[{"a":1}]' },
      { c0: '9007199254740993', c1: 'NaN', c2: '1900-02-28', c3: '[]' },
      { c0: null, c1: null, c2: '1004-10-10', c3: null },
    ];
    const sheet = sheetOf(await workbookOf({ columns, rows }));
    expect(sheet.getSheetValues().slice(2)).toEqual([
      [undefined, 999999999999999, 0.1, new Date('1900-03-01T00:00:00Z'), '[{"a":1}]'],
      [undefined, '9007199254740993', 'NaN', '1900-02-28', '[]'],
      [undefined, undefined, undefined, '1004-10-10'],
    ]);
  });

  it('gives back every text that XML can hold', async () => {
    const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 1, maxLength: 50 }), async (texts) => {
        // exceljs does not read ST_Xstring escapes back
        const plain = texts.filter((one) => !/[\u0000-\u001f\ufffe\uffff]|_x|\p{Cs}/u.test(one));
        const rows = plain.map((one) => ({ ProvinceNameVi: one }));
        const sheet = sheetOf(await workbookOf({ options: { select: selecting('ProvinceNameVi') }, rows }));
        expect(plain.map((_, index) => sheet.getCell(index + 2, 1).value)).toEqual(plain);
      }),
      { numRuns: 20 },
    );
  });

  it('cuts a text that is too long for a cell, and says how many', async () => {
    const long = `${'a'.repeat(32_765)}😀b`;
    const workbook = await workbookOf({
      options: { select: selecting('ProvinceNameVi') },
      rows: [{ ProvinceNameVi: long }, { ProvinceNameVi: 'a'.repeat(32_767) }],
    });
    const sheet = sheetOf(workbook);
    expect(sheet.getCell('A2').value).toBe(`${'a'.repeat(32_765)}…`);
    expect(sheet.getCell('A3').value).toHaveLength(32_767);
    expect(notesOf(workbook)).toContainEqual(expect.arrayContaining([expect.stringContaining('32,767'), '1']));
  });
});

describe('a long table', () => {
  it('goes on on a further sheet, under the same head', async () => {
    const rows = { length: DATA_ROWS + 2 };
    const batches = function* (): Generator<Row> {
      for (let number = 0; number < rows.length; number += 1) yield [String(number)];
    };
    const columns = [{ place: 0, type: 'Edm.Int32' as const, name: 'n', property: null }];
    const begun = await beginRows(batchesOf(batches(), 10_000));
    const feed = new RowFeed(begun);
    const table = sheetTable(columns, ['n'], begun, () => undefined);
    const counts: number[] = [];
    const read = async (): Promise<[string, string]> => {
      let [first, last] = ['', ''];
      for await (const chunk of sheetXml(
        table,
        feed,
        () => undefined,
        (count) => counts.push(count),
      ))
        [first, last] = [first === '' ? chunk : first, chunk];
      return [first, last];
    };
    const [, endOfFirst] = await read();
    expect(endOfFirst).toContain('<row r="1048576"><c r="A1048576" s="2"><v>1048574</v></c></row></sheetData>');
    expect(endOfFirst).toContain('<autoFilter ref="A1:A1048576"/>');
    expect(await feed.hasMore()).toBe(true);
    const [second] = await read();
    expect(second).toContain('<row r="2"><c r="A2" s="2"><v>1048575</v></c></row>');
    expect(counts).toEqual([DATA_ROWS, 2]);
    expect(await feed.hasMore()).toBe(false);
  });
});

describe('the stream of a workbook', () => {
  const parts = () => answerOf({ set: comparisons, format: xlsxFormat, options: { select: SELECT }, rows: [ROW, ROW] });

  it('gives the source back when it is closed before anything was read', async () => {
    const answer = parts();
    const stream = await xlsxFormat.respond(answer);
    stream.destroy();
    await once(stream, 'close');
    expect(answer.rows).toMatchObject({ released: true });
  });

  it('gives the source back when it is closed on the way, and reads no further', async () => {
    let [read, released] = [0, false];
    const endless = async function* (): AsyncGenerator<readonly Row[]> {
      try {
        for (;;) {
          read += 1;
          await Promise.resolve();
          yield Array.from({ length: 1000 }, (_, number) => ['08', `Tỉnh ${read * number}`, '2018', '1', 'f', null]);
        }
      } finally {
        released = true;
      }
    };
    const stream = await xlsxFormat.respond({ ...parts(), rows: endless() });
    await once(stream, 'readable');
    stream.read();
    let before = -1; // nobody takes what was made: the rows wait, or this never ends
    while (before !== read) {
      before = read;
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    stream.destroy();
    await once(stream, 'close');
    while (!released) await new Promise((resolve) => setImmediate(resolve));
    expect(read).toBeLessThanOrEqual(before + 1);
  });

  it('rejects when the first rows cannot be read, and breaks off when later ones cannot', async () => {
    const failing = async function* (after: number): AsyncGenerator<readonly Row[]> {
      for (let batch = 0; batch < after; batch += 1) yield [['08', 'Tuyên Quang', '2018', '1', 'f', null]];
      throw new Error('the source is lost');
    };
    await expect(xlsxFormat.respond({ ...parts(), rows: failing(0) })).rejects.toThrow('the source is lost');
    await expect(bytesOf(await xlsxFormat.respond({ ...parts(), rows: failing(1) }))).rejects.toThrow(
      'the source is lost',
    );
  });

  it('is the same bytes for the same answer', async () => {
    const [one, other] = [
      await bytesOf(await xlsxFormat.respond(parts())),
      await bytesOf(await xlsxFormat.respond(parts())),
    ];
    expect(one.equals(other)).toBe(true);
  });
});

const soffice = spawnSync('soffice', ['--version']).status === 0;
// LibreOffice is a second reader of the same file; where it is not installed there is only exceljs.
(soffice ? describe : describe.skip)('a workbook in LibreOffice (when it is installed)', () => {
  it('opens with the same values', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-xlsx-'));
    const answer = answerOf({
      set: comparisons,
      format: xlsxFormat,
      options: { select: SELECT },
      rows: [ROW, { ...ROW, ProvinceNameVi: '=1+1' }],
    });
    writeFileSync(join(folder, 'table.xlsx'), await bytesOf(await xlsxFormat.respond(answer)));
    const ran = spawnSync(
      'soffice',
      [
        `-env:UserInstallation=file://${folder}/profile`,
        '--headless',
        '--convert-to',
        'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1',
        '--outdir',
        folder,
        join(folder, 'table.xlsx'),
      ],
      { encoding: 'utf8' },
    );
    expect(ran.stderr + ran.stdout).toContain('table-Dữ liệu.csv');
    expect(readFileSync(join(folder, 'table-Dữ liệu.csv'), 'utf8').trim().split('\n')).toEqual([
      'Mã tỉnh,Tên tỉnh,Năm,Điểm,Đổi phương pháp,Ghi nhận lúc',
      '08,Tuyên Quang,2018,5.63452,FALSE,05/03/2026 00:30:15',
      '08,=1+1,2018,5.63452,FALSE,05/03/2026 00:30:15',
    ]);
    expect(readFileSync(join(folder, 'table-Nguồn và ghi chú.csv'), 'utf8')).toContain('PAPI 2018.pdf');
    rmSync(folder, { recursive: true, force: true });
  });
});

describe('the notes of a workbook', () => {
  it('name the query, the time, the ledger position and the number of rows', async () => {
    const notes = notesOf(await workbookOf({ options: { select: SELECT }, rows: [ROW, ROW, ROW] }));
    const find = (english: string): string[] | undefined => notes.find((row) => row[1] === english);
    expect(find('Address of the query')?.[2]).toBe(
      "https://lientinh.example.vn/odata/v4/Comparisons?$filter=NameVi eq 'Huế'",
    );
    expect(find('Taken at (UTC)')?.[2]).toBe('2026-03-04T05:06:07.890Z');
    expect(find('Rows')?.[2]).toBe('3');
    expect(find('Ledger of SCORES, last entry')?.slice(2)).toEqual(['2026-03-01 02:03:04.123456+00', '41']);
  });

  it('count sources, holes by reason and breaks though these columns were not asked for, and do not show them', async () => {
    const hole = { ...ROW, Value: null, SourceDocument: null, SourceUrl: null };
    const rows = [
      ROW,
      { ...ROW, IsMethodologyBreak: 't', Year: '2019' },
      { ...hole, Missing: 'NOT_SURVEYED' },
      { ...hole, Missing: 'NOT_SURVEYED' },
      { ...hole, Missing: 'NOT_PUBLISHED' },
    ];
    const workbook = await workbookOf({ options: { select: selecting('ProvinceCode', 'Value') }, rows });
    expect(textsOf(sheetOf(workbook))[0]).toEqual(['Mã tỉnh', 'Điểm']);
    const notes = notesOf(workbook);
    expect(notes).toContainEqual(['PAPI 2018.pdf', 'PAPI 2018.pdf', 'https://papi.org.vn/2018', '2']);
    expect(notes).toContainEqual([
      'Không nêu tài liệu (hoặc nền tảng tự tính)',
      'No document named (or computed by the platform)',
      '',
      '3',
    ]);
    expect(notes).toContainEqual([
      'Lý do thiếu: năm đó chỉ số không khảo sát',
      'Missing: the index left it out that year',
      'NOT_SURVEYED',
      '2',
    ]);
    expect(notes).toContainEqual(expect.arrayContaining(['NOT_PUBLISHED', '1']));
    expect(notes).toContainEqual([
      'Từ năm 2019, PAPI tiêu chí 7.1 đo cách khác hoặc có nghĩa khác',
      'From 2019 on, criterion 7.1 of PAPI is measured otherwise or means something else',
      'Bảo vệ môi trường',
    ]);
    const value = notes.find((row) => row[2] === 'Value (Edm.Decimal)');
    expect(value?.[0]).toMatch(/^Điểm: /);
    expect(value?.[3]).toBe('3');
  });

  it.each([
    [
      { provinceCode: null, datasets: null, unpublished: 'NONE' as const },
      /^Unpublished self-assessed scores are left out/,
    ],
    [{ provinceCode: null, datasets: null, unpublished: 'EVERY_PROVINCE' as const }, /do not pass this file on/],
    [{ provinceCode: null, datasets: null, unpublished: ['62'] }, /of province 62 and of no other/],
    [{ provinceCode: '62', datasets: null, unpublished: 'NONE' as const }, /^Only rows about province 62/],
    [{ provinceCode: null, datasets: ['SCORES' as const], unpublished: 'NONE' as const }, /data sets SCORES only/],
  ])('say what rights leave out: %j', async (scope, text) => {
    const notes = notesOf(await workbookOf({ options: { select: SELECT }, rows: [ROW], extra: { scope } }));
    expect(notes.map((row) => row[1])).toContainEqual(expect.stringMatching(text));
  });

  it('have words for every reason that the contract of the views knows', () => {
    const reasons = biSets.flatMap(({ columns }) =>
      columns
        .filter(({ name }) => name === 'missing' || name.endsWith('_missing'))
        .flatMap(({ values }) => values ?? []),
    );
    expect(reasons.length).toBeGreaterThan(4);
    expect(reasons.filter((reason) => !hasMissingWords(reason))).toEqual([]);
  });
});

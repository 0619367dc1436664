import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import type { OutputColumn } from '../src/plan/plan';
import { csvFormat } from '../src/respond/table/csv-format';
import { htmlFormat } from '../src/respond/table/html-format';
import type { TableFormat } from '../src/respond/table-format';
import { answerOf, type AnswerParts, bytesOf, selecting, setNamed } from './support/table-answers';

const comparisons = setNamed('Comparisons');
const ROW = {
  ProvinceCode: '08',
  ProvinceNameVi: 'Tuyên Quang',
  Value: '5.63452',
  IsMethodologyBreak: 't',
  RecordedAt: '2026-03-04 17:30:15.250123+00',
};
const select = selecting('ProvinceCode', 'ProvinceNameVi', 'Value', 'IsMethodologyBreak', 'RecordedAt');
const computed = (name: string, type: OutputColumn['type']): OutputColumn => ({
  name,
  type,
  role: 'COMPUTED',
  property: null,
});

async function textOf(format: TableFormat, parts: Partial<AnswerParts> & Pick<AnswerParts, 'rows'>): Promise<string> {
  const answer = answerOf({ set: comparisons, format, ...parts });
  return (await bytesOf(await format.respond(answer))).toString('utf8');
}
const csv = (others: Record<string, string>, rows: AnswerParts['rows'] = [ROW]): Promise<string> =>
  textOf(csvFormat, { options: { select, others }, rows });

describe('CSV', () => {
  it('begins with the byte order mark, ends its lines with CR LF, and is headed by the names of the properties', async () => {
    expect(await csv({})).toBe(
      '\uFEFFProvinceCode,ProvinceNameVi,Value,IsMethodologyBreak,RecordedAt\r\n' +
        '08,Tuyên Quang,5.63452,true,2026-03-04T17:30:15.250123Z\r\n',
    );
  });

  it('takes heads in Vietnamese or English', async () => {
    expect((await csv({ headers: 'vi' })).split('\r\n')[0]).toBe(
      '\uFEFFMã tỉnh,Tên tỉnh,Điểm,Đổi phương pháp,Ghi nhận lúc',
    );
    expect((await csv({ headers: 'en' })).split('\r\n')[0]).toContain('Province code,');
  });

  it('writes a decimal comma between semicolons for a Vietnamese Excel', async () => {
    expect((await csv({ decimal: 'comma' })).split('\r\n')[1]).toBe(
      '08;Tuyên Quang;5,63452;true;2026-03-04T17:30:15.250123Z',
    );
  });

  it.each([
    ['headers', 'fr'],
    ['decimal', '.'],
    ['guard', 'maybe'],
  ])('refuses %s=%s', (option, value) => {
    expect(() =>
      csvFormat.prepare(
        { ...answerOf({ set: comparisons, format: csvFormat, rows: [] }).options, others: { [option]: value } },
        comparisons,
      ),
    ).toThrow(expect.objectContaining({ code: 'ODATA_FORMAT_OPTION_INVALID', status: 400 }));
  });

  it.each(['=1+1', '+84 1', '-1', '- Rà soát văn bản', '@x', '\tx', '＝1'])(
    'puts an apostrophe before the text %j, unless told not to',
    async (text) => {
      const rows = [{ ...ROW, ProvinceNameVi: text }];
      expect((await csv({}, rows)).split('\r\n')[1]).toContain(`,'${text},`);
      expect((await csv({ guard: 'off' }, rows)).split('\r\n')[1]).toContain(`,${text},`);
    },
  );

  it('never touches numbers, however they begin', async () => {
    const columns = [computed('n', 'Edm.Decimal'), computed('i', 'Edm.Int32'), computed('d', 'Edm.Double')];
    const text = await textOf(csvFormat, { columns, rows: [{ n: '-1.50', i: '-2', d: '-Infinity' }] });
    expect(text.split('\r\n')[1]).toBe('-1.50,-2,-INF');
  });

  it('is read back by another program with every text, and nothing told from an empty text', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'connector-csv-'));
    const duck = await (await DuckDBInstance.create(':memory:')).connect();
    let number = 0;
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 20 }).filter((one) => !/\0|\p{Cs}/u.test(one)),
      fc.constantFrom('', '"', ',', ';', '\n', '\r\n', ' a ', '""', 'a"b,c;d\ne'),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.option(text), text), { maxLength: 20 }),
        fc.boolean(),
        async (pairs, comma) => {
          const rows = pairs.map(([a, b]) => ({ a, b }));
          const path = join(folder, `${(number += 1)}.csv`);
          const others = { guard: 'off', decimal: comma ? 'comma' : 'point' };
          const columns = [computed('a', 'Edm.String'), computed('b', 'Edm.String')];
          writeFileSync(path, (await textOf(csvFormat, { columns, rows, options: { others } })).replace('\uFEFF', ''));
          const read =
            await duck.runAndReadAll(`select a, b from read_csv('${path}', auto_detect = false, header = true,
          columns = {a: 'VARCHAR', b: 'VARCHAR'}, delim = '${comma ? ';' : ','}', quote = '"', escape = '"', new_line = '\\r\\n',
          nullstr = '', allow_quoted_nulls = false, parallel = false)`);
          expect(read.getRowObjectsJson()).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
    duck.closeSync();
    rmSync(folder, { recursive: true, force: true });
  });
});

/** A cell whose text Excel keeps: codes have their zeros. */
const TEXT = `<td style='mso-number-format:"\\@"'>`;

describe('the HTML table for web queries', () => {
  it('has heads and rows, a decimal comma when asked, and no formulas', async () => {
    const rows = [ROW, { ...ROW, ProvinceNameVi: '=cmd|x', Value: null }, { ProvinceNameVi: '<script>"&' }];
    const text = await textOf(htmlFormat, { options: { select, others: { headers: 'vi', decimal: 'comma' } }, rows });
    expect(text).toContain('<tr><th>Mã tỉnh</th><th>Tên tỉnh</th><th>Điểm</th>');
    expect(text).toContain(`<tr>${TEXT}08</td>${TEXT}Tuyên Quang</td><td>5,63452</td><td>true</td>`);
    expect(text).toContain(`${TEXT}'=cmd|x</td><td></td>`);
    expect(text).toContain(`${TEXT}&lt;script&gt;&quot;&amp;</td>`);
  });
});

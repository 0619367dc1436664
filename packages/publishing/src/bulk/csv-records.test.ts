import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { CsvRecords } from './csv-records';
import { FileRefused } from './file-problem';

const cell = fc.oneof(
  fc.string({ maxLength: 8 }).map((text) => text.replace(/[",\r\n]/g, '')),
  fc.stringMatching(/^[a",\n]{0,8}$/).map((text) => `"${text.replaceAll('"', '""')}"`),
);
const row = fc.array(cell, { minLength: 1, maxLength: 4 });

function read(text: string, columns: number, size: number): CsvRecords {
  const records = new CsvRecords(columns, 1_000_000);
  const bytes = Buffer.from(text);
  for (let place = 0; place < bytes.length; place += size) records.push(bytes.subarray(place, place + size));
  records.end();
  return records;
}

describe('CsvRecords', () => {
  it('counts records, widths and lines as a CSV reader does, however the bytes are cut', () => {
    fc.assert(
      fc.property(fc.array(row, { maxLength: 6 }), fc.integer({ min: 1, max: 7 }), (rows, size) => {
        const text = rows.map((cells) => `${cells.join(',')}\n`).join('');
        const parsed = parse(text, { relax_column_count: true, info: true }) as unknown as {
          record: string[];
          info: { lines: number };
        }[];
        fc.pre(parsed.length === rows.length); // a reader skips blank lines
        const records = read(text, 2, size);
        expect(records.records).toBe(rows.length);
        const wrong = rows.flatMap((cells, place) => (cells.length === 2 ? [] : [place]));
        expect(records.problems.listed.map(({ row: place }) => place)).toEqual(wrong);
        const lines = rows.map(
          (_, place) => 2 + rows.slice(0, place).join('\n').split('\n').length - (place === 0 ? 1 : 0),
        );
        expect(records.problems.listed.map((problem) => 'line' in problem && problem.line)).toEqual(
          wrong.map((place) => lines[place]),
        );
      }),
      { numRuns: 1_000 },
    );
  });

  it('refuses a record beyond the limit before holding it', () => {
    const records = new CsvRecords(1, 10);
    expect(() => records.push(Buffer.from('12345678901'))).toThrow(FileRefused);
  });
});

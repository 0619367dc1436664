import fc from 'fast-check';
import { CodedError } from '@lientinh/errors';
import { hintAt } from './hints';
import { parseQueryOptions } from './options-parser';

function failureOf(filter: string, option = '$filter'): CodedError {
  try {
    parseQueryOptions([[option, filter]]);
  } catch (error) {
    if (error instanceof CodedError) return error;
    throw error;
  }
  throw new Error(`${filter} was not refused`);
}

const SENTENCE = /OData writes (.*) for (.*?)(?:: (.*))?\.$/;
/** The corrected example of a message, or what is to be written. */
function proposed(filter: string): string {
  const { text } = failureOf(filter);
  expect(text.vi).toContain('OData viết ');
  const sentence = text.en.slice(text.en.indexOf('OData writes '));
  const [, right = '', , example] = SENTENCE.exec(sentence) ?? [];
  return example ?? right;
}

describe('a condition written as in SQL or a spreadsheet', () => {
  it.each([
    ["Status = 'X'", "Status eq 'X'"],
    ['Status == X', "Status eq 'X'"],
    ['Year=2018', 'Year eq 2018'],
    ["Status <> 'X'", "Status ne 'X'"],
    ['Province/Code != "62"', "Province/Code ne '62'"],
    ['Value >= 7.5 and Year eq 2018', 'Value ge 7.5'],
    ['Year eq 2018 and Value < 5', 'Value lt 5'],
    ['(Value > 5)', 'Value gt 5'],
    ['Value <= -1', 'Value le -1'],
    ['Điểm => 5', 'Điểm ge 5'],
    ['Year between 2016 and 2018', 'Year ge 2016 and Year le 2018'],
    ['(Year not between 2016 and 2018)', 'not (Year ge 2016 and Year le 2018)'],
    ["RecordedOn BETWEEN '2018-01-01' AND '2018-12-31'", 'RecordedOn ge 2018-01-01 and RecordedOn le 2018-12-31'],
    ["NameVi like '%Kon%'", "contains(NameVi,'Kon')"],
    ["NameVi LIKE 'Kon%'", "startswith(NameVi,'Kon')"],
    ["NameVi like '%Tum'", "endswith(NameVi,'Tum')"],
    ["NameVi not like '%Kon%'", "not contains(NameVi,'Kon')"],
    ['Value is null', 'Value eq null'],
    ['Value = NULL', 'Value eq null'],
    ['Final = TRUE', 'Final eq true'],
    ['Value IS NOT NULL', 'Value ne null'],
    ["Code not in ('46','62')", "not (Code in ('46','62'))"],
    ['NameVi eq "Kon Tum"', "'Kon Tum'"],
    ['NameVi eq “Kon Tum”', "'Kon Tum'"],
    ['NameVi eq ‘Huế’', "'Huế'"],
    ['contains(NameVi,"Tum")', "'Tum'"],
    ['NameVi eq Kon Tum', "'Kon Tum'"],
    ['NameVi eq Thừa Thiên Huế and Year eq 2018', "'Thừa Thiên Huế'"],
    ['contains(NameVi,Kon Tum)', "'Kon Tum'"],
    ['Value gt 7,5', '7.5'],
    ['RecordedOn ge 1/7/2025', '2025-07-01'],
    ["Year eq 2018 && IndexCode eq 'PAPI'", 'and'],
    ['Year eq 2018 || Year eq 2019', 'or'],
    ["!contains(NameVi,'x')", 'not'],
    ['Value * 2 gt 5', 'mul'],
    ['Value + 2 gt 5', 'add'],
    ['Value / 2 gt 5', 'div'],
    ['Year eq 2018 order by Value', '&$orderby=…'],
    ['Year eq 2018 limit 5', '&$top=…'],
  ])('is refused with the form of OData: %s', (filter, right) => {
    expect(failureOf(filter).code).toBe('ODATA_SYNTAX');
    expect(proposed(filter)).toBe(right);
  });

  it.each([
    "Status = 'X'",
    'Year between 2016 and 2018',
    "NameVi like '%Kon%'",
    'Value is null',
    "Code not in ('46','62')",
    '(Year not between 2016 and 2018)',
    'Value >= 7.5',
  ])('has a proposal that the grammar takes: %s', (filter) => {
    expect(() => parseQueryOptions([['$filter', proposed(filter)]])).not.toThrow();
  });

  it('is no less refused than before, and nothing is said of other mistakes', () => {
    for (const filter of ['Value gt', 'Value eq 5)', "contains(NameVi,'x'", 'Value eq 5 Year'])
      expect(failureOf(filter).text.en).not.toContain('OData writes');
    expect(failureOf('(a = b', '$search').text.en).not.toContain('OData writes');
  });

  it.each([
    ['$apply', 'aggregate(Value with avg as Mean)', 'with average'],
    ['$apply', 'groupby((Year),aggregate(Value with MEAN as M))', 'with average'],
    ['$orderby', 'Rank descending', 'desc'],
    ['$orderby', 'Year asc,Rank DESCENDING', 'desc'],
    ['$orderby', 'Hạng giảm dần', 'desc'],
    ['$orderby', 'Hạng tăng', 'asc'],
  ])('is told in %s too: %s', (option, text, right) => {
    expect(failureOf(text, option).text.en).toContain(`OData writes ${right} for`);
  });

  it('is looked at in bounded time, whatever it is', () => {
    const piece = fc.constantFrom(
      'a',
      ' ',
      'eq ',
      'between ',
      "'",
      '"',
      '1',
      ',',
      '/',
      'and ',
      '(',
      'ế',
      '%',
      '=',
      '.',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 400 }), fc.nat(400), (pieces, at) => {
        const text = pieces.join('');
        const hint = hintAt(text, Math.min(at, text.length));
        expect(hint === null || hint.en.length < 1500).toBe(true);
      }),
    );
  });
});

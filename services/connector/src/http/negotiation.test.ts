import fc from 'fast-check';
import { headerElements } from './header-list';
import { negotiateFormat } from './negotiation';
import { readPreferences } from './preferences';
import { requestLanguage } from './language';
import { negotiateVersion } from './versions';

const offered = [
  { shortName: 'json', mediaType: 'application/json' },
  { shortName: 'csv', mediaType: 'text/csv' },
];
const short = (format: string | null, accept?: string): string => negotiateFormat(format, accept, offered).shortName;

describe('the format of an answer', () => {
  it.each([
    [undefined, 'json'],
    ['*/*', 'json'],
    ['text/csv', 'csv'],
    ['text/*', 'csv'],
    ['text/csv;q=0.5, application/json;q=0.4', 'csv'],
    ['application/json;q=0.4, text/csv', 'csv'],
    ['*/*, text/csv', 'csv'],
    ['application/atomsvc+xml;q=0.8, application/json;odata.metadata=minimal;q=1.0, */*;q=0.5', 'json'],
    ['application/atom+xml, */*;q=0.1', 'json'],
    ['nonsense', 'json'],
  ])('by Accept: %s', (accept, expected) => expect(short(null, accept)).toBe(expected));

  it('goes by $format before Accept', () => {
    expect(short('csv', 'application/json')).toBe('csv');
    expect(short('text/csv')).toBe('csv');
    expect(short('JSON')).toBe('json');
  });

  it('is refused when there is none, and what there is is named', () => {
    const names = expect.objectContaining({ code: 'ODATA_FORMAT_NOT_ACCEPTABLE', status: 406 });
    for (const [format, accept] of [['yaml'], [null, 'application/atom+xml'], [null, 'application/json;q=0']] as const)
      expect(() => short(format, accept)).toThrow(names);
    expect(() => short('xls')).toThrow(/csv \(text\/csv\)/);
    expect(() => short(null, 'application/json;odata.metadata=everything')).toThrow(names);
    expect(() => short(null, 'application/json;charset=utf-16')).toThrow(names);
  });

  it('has the parameters of JSON with and without their prefix', () => {
    const full = { metadata: 'full', ieee754Compatible: true };
    expect(negotiateFormat(null, 'application/json;odata.metadata=full;IEEE754Compatible=true', offered)).toMatchObject(
      full,
    );
    expect(negotiateFormat('application/json;metadata=full;ieee754compatible=true', undefined, offered)).toMatchObject(
      full,
    );
    expect(negotiateFormat('application/json;odata.metadata=none', undefined, offered).metadata).toBe('none');
    expect(negotiateFormat(null, undefined, offered)).toMatchObject({ metadata: 'minimal', ieee754Compatible: false });
  });

  it('never fails but by refusing', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 200 }), (accept) => {
        try {
          expect(['json', 'csv']).toContain(short(null, accept));
        } catch (error) {
          expect(error).toMatchObject({ code: 'ODATA_FORMAT_NOT_ACCEPTABLE' });
        }
      }),
    );
  });
});

it('reads list headers by their grammar, quotes included', () => {
  expect(headerElements('a="x,;y\\"z" ; p=1, b;q=0.3,,;')).toEqual([
    { name: 'a', value: 'x,;y"z', parameters: new Map([['p', '1']]) },
    { name: 'b', value: null, parameters: new Map([['q', '0.3']]) },
  ]);
});

describe('preferences', () => {
  it('are known with and without the prefix, and applied in the caller’s spelling', () => {
    expect(readPreferences('odata.maxpagesize=50, track-changes')).toMatchObject({
      maximumPageSize: 50,
      trackChanges: true,
      applied: { maximumPageSize: 'odata.maxpagesize=50', trackChanges: 'track-changes' },
    });
    expect(readPreferences('maxpagesize=7').applied.maximumPageSize).toBe('maxpagesize=7');
  });

  it.each([
    'maxpagesize=0',
    'maxpagesize=-1',
    'maxpagesize=1e3',
    'maxpagesize',
    'respond-async',
    'return=minimal',
    undefined,
  ])('that say nothing here are ignored: %s', (header) =>
    expect(readPreferences(header)).toMatchObject({ maximumPageSize: null, trackChanges: false }),
  );

  it.each([
    ['odata.continue-on-error', true],
    ['continue-on-error=true', true],
    ['odata.continue-on-error=false', false],
    ['', false],
  ])('go on after a failure: "%s"', (header, expected) =>
    expect(readPreferences(header).continueOnError).toBe(expected),
  );
});

describe('the version of the protocol', () => {
  it.each([
    [{}, '4.0'],
    [{ 'odata-maxversion': '4.0' }, '4.0'],
    [{ 'odata-maxversion': '4.01' }, '4.01'],
    [{ 'odata-maxversion': '4.02' }, '4.01'],
    [{ 'odata-maxversion': '5.0' }, '4.01'],
    [{ 'odata-version': '4.01' }, '4.01'],
    [{ 'odata-version': '4.01', 'odata-maxversion': '4.0' }, '4.0'],
    // What Excel sends: it speaks the old versions too.
    [{ 'odata-maxversion': '4.0', maxdataserviceversion: '3.0' }, '4.0'],
  ])('for %j is %s', (headers, expected) => expect(negotiateVersion(headers)).toBe(expected));

  it.each([{ 'odata-maxversion': '3.0' }, { 'odata-version': '5.0' }, { 'odata-maxversion': 'four' }])(
    'refuses %j',
    (headers) =>
      expect(() => negotiateVersion(headers)).toThrow(expect.objectContaining({ code: 'ODATA_VERSION_NOT_SUPPORTED' })),
  );
});

it.each([
  [undefined, 'VI'],
  ['en', 'EN'],
  ['en-US,en;q=0.9,vi;q=0.95', 'EN'],
  ['vi-VN,vi;q=0.9,en;q=0.8', 'VI'],
  ['fr', 'VI'],
])('writes messages for Accept-Language %s in %s', (header, expected) =>
  expect(requestLanguage(header)).toBe(expected),
);

import fc from 'fast-check';
import type { OutputColumn } from '../plan/plan';
import type { JsonFlavour } from './json-flavour';
import { compileRowEncoder, jsonString } from './row-encoder';

const minimal: JsonFlavour = { metadata: 'minimal', ieee754Compatible: false, version: '4.0' };
const column = (name: string, type: OutputColumn['type'], role: OutputColumn['role'] = 'PROPERTY'): OutputColumn => ({
  name,
  type,
  role,
  property: null,
});
const encode = (columns: readonly OutputColumn[], row: readonly (string | null)[], flavour = minimal): unknown =>
  JSON.parse(compileRowEncoder(columns, flavour)(row));
const text = (type: OutputColumn['type'], value: string | null, flavour = minimal): string =>
  compileRowEncoder([column('A', type)], flavour)([value]);

describe('a row as JSON', () => {
  it.each([
    ['Edm.Boolean', 't', '{"A":true}'],
    ['Edm.Boolean', 'f', '{"A":false}'],
    ['Edm.Int32', '-7', '{"A":-7}'],
    ['Edm.Int64', '9007199254740993', '{"A":9007199254740993}'],
    ['Edm.Decimal', '12.3400', '{"A":12.3400}'],
    ['Edm.Decimal', 'NaN', '{"A":"NaN"}'],
    ['Edm.Double', '-Infinity', '{"A":"-INF"}'],
    ['Edm.Double', '1e-05', '{"A":1e-05}'],
    ['Edm.Date', '2026-11-21', '{"A":"2026-11-21"}'],
    ['Edm.DateTimeOffset', '2026-11-21 14:20:50.123456+00', '{"A":"2026-11-21T14:20:50.123456Z"}'],
    ['Edm.DateTimeOffset', '2026-11-21 14:20:50+00', '{"A":"2026-11-21T14:20:50Z"}'],
    ['JSON', '{"b":[1]}', '{"A":{"b":[1]}}'],
  ] as const)('writes %s %s', (type, value, expected) => expect(text(type, value)).toBe(expected));

  it('writes large numbers as strings for those who ask', () => {
    const flavour = { ...minimal, ieee754Compatible: true };
    expect(text('Edm.Int64', '9007199254740993', flavour)).toBe('{"A":"9007199254740993"}');
    expect(text('Edm.Decimal', '12.3400', flavour)).toBe('{"A":"12.3400"}');
    expect(text('Edm.Int32', '5', flavour)).toBe('{"A":5}');
    expect(text('Edm.Decimal', null, flavour)).toBe('{"A":null}');
  });

  it('annotates types that JSON does not tell, when all metadata is asked for', () => {
    const full = { ...minimal, metadata: 'full' } as const;
    expect(text('Edm.Date', '2026-01-01', full)).toBe('{"A@odata.type":"#Date","A":"2026-01-01"}');
    expect(text('Edm.Date', null, full)).toBe('{"A":null}');
    expect(text('Edm.String', 'x', full)).toBe('{"A":"x"}');
    expect(text('Edm.Decimal', '1', { ...full, version: '4.01' })).toBe('{"A@type":"#Decimal","A":1}');
  });

  it('leaves out columns for paging and keys, and names counts of expansions by the version', () => {
    const columns = [
      column('0', 'Edm.String', 'PAGING'),
      column('Id', 'Edm.String', 'KEY'),
      column('A', 'Edm.String'),
      column('B@odata.count', 'Edm.Int64', 'EXPANSION_COUNT'),
    ];
    expect(encode(columns, ['p', 'k', 'a', '2'])).toEqual({ A: 'a', 'B@odata.count': 2 });
    expect(encode(columns, ['p', 'k', 'a', '2'], { ...minimal, version: '4.01' })).toEqual({ A: 'a', 'B@count': 2 });
    expect(encode([], [])).toEqual({});
  });

  it('escapes every string so that JSON reads the same', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (value) => expect(JSON.parse(jsonString(value))).toBe(value)));
  });

  it('reads back as the fields it was made from', () => {
    const field = fc.tuple(fc.uuid(), fc.option(fc.string({ unit: 'grapheme' })));
    fc.assert(
      fc.property(fc.uniqueArray(field, { selector: ([name]) => name }), (fields) => {
        const columns = fields.map(([name]) => column(name, 'Edm.String'));
        expect(
          encode(
            columns,
            fields.map(([, value]) => value),
          ),
        ).toEqual(Object.fromEntries(fields));
      }),
    );
  });
});

import fc from 'fast-check';
import { DATASETS } from '@lientinh/contracts';
import { entityEtag, namesEtag, weakEtag } from './etag';
import { ledgerPositionHeader } from './owner-positions';
import { type PageToken, readDeltaToken, readPageToken, writeDeltaToken, writePageToken } from './tokens';

const instant = fc
  .tuple(fc.integer({ min: 0, max: 253402300799 }), fc.integer({ min: 0, max: 999999 }))
  .map(
    ([seconds, micro]) =>
      `${new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ')}.${String(micro).padStart(6, '0')}+00`,
  );
const position = fc.record({ dataset: fc.constantFrom(...DATASETS), sequence: fc.nat(), recordedAt: instant });
const positions = fc
  .uniqueArray(position, { selector: (one) => one.dataset, minLength: 1, maxLength: 6 })
  .map((all) => new Map([['indicators', all] as const]));
const token: fc.Arbitrary<PageToken> = fc.record({
  positions,
  since: fc.option(positions),
  segment: fc.nat({ max: 100 }),
  after: fc.array(fc.option(fc.string({ unit: 'binary' })), { maxLength: 5 }),
  remaining: fc.option(fc.nat()),
});
const malformed = expect.objectContaining({ code: 'ODATA_TOKEN_MALFORMED', status: 400 });

describe('a $skiptoken', () => {
  it('gives back what it carries, with quotes and any Unicode in its values, and needs no encoding in an address', () => {
    fc.assert(
      fc.property(token, (one) => {
        const text = writePageToken(one, 'query');
        expect(text).toMatch(/^[A-Za-z0-9_-]+$/);
        expect(readPageToken(text, 'query')).toEqual(one);
      }),
    );
    const values = { ...fc.sample(token, 1)[0], after: [`O'Brien "x" &=+%27`, 'Thừa Thiên Huế 🌏', null] } as PageToken;
    expect(readPageToken(writePageToken(values, 'q'), 'q').after).toEqual(values.after);
  });

  it('is refused with another query', () => {
    const text = writePageToken(fc.sample(token, 1)[0] as PageToken, 'one');
    expect(() => readPageToken(text, 'two')).toThrow(expect.objectContaining({ code: 'ODATA_TOKEN_OF_OTHER_QUERY' }));
  });

  it('is refused when one letter of it changes, when it is cut off, and when it is invented', () => {
    fc.assert(
      fc.property(token, fc.nat(), fc.constantFrom('A', 'z', '-', '%'), (one, where, letter) => {
        const text = writePageToken(one, 'query');
        const place = where % text.length;
        const changed = text.slice(0, place) + letter + text.slice(place + 1);
        // The last letter may have bits that carry nothing.
        fc.pre(changed !== text && place < text.length - 1);
        expect(() => readPageToken(changed, 'query')).toThrow(malformed);
        expect(() => readPageToken(text.slice(0, place), 'query')).toThrow(malformed);
      }),
    );
    fc.assert(fc.property(fc.string(), (text) => expect(() => readPageToken(text, 'query')).toThrow(malformed)));
  });

  it('is no $deltatoken, nor the other way', () => {
    const one = fc.sample(token, 1)[0] as PageToken;
    expect(() => readDeltaToken(writePageToken(one, 'q'), 'q')).toThrow(malformed);
    expect(() => readPageToken(writeDeltaToken(one, 'q'), 'q')).toThrow(malformed);
    expect(readDeltaToken(writeDeltaToken(one, 'q'), 'q').positions).toEqual(one.positions);
  });
});

describe('an ETag', () => {
  it('is the same for the same state and another for another', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) =>
        expect(weakEtag([a]) === weakEtag([b])).toBe(JSON.stringify(a) === JSON.stringify(b)),
      ),
    );
    expect(entityEtag('2026-11-21 14:20:50.123456+00')).not.toBe(entityEtag('2026-11-21 14:20:50.123457+00'));
  });

  it.each([
    ['*', true],
    ['W/"abc"', true],
    ['"abc"', true],
    ['"x", W/"abc"', true],
    ['"ab"', false],
    ['abc', false],
  ])('is named by %s: %s', (header, expected) => expect(namesEtag(header, 'W/"abc"')).toBe(expected));
});

it('says where each ledger stands, once', () => {
  const at = (dataset: 'SCORES' | 'PLAN', sequence: number) => ({ dataset, sequence, recordedAt: '' });
  expect(
    ledgerPositionHeader(
      new Map([
        ['indicators', [at('SCORES', 17)]],
        ['publications', [at('SCORES', 17), at('PLAN', 4)]],
      ]),
    ),
  ).toBe('SCORES=17,PLAN=4');
});

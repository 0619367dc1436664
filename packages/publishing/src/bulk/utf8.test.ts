import { isUtf8 } from 'node:buffer';
import fc from 'fast-check';
import { readAsWindows1258, Utf8Watch } from './utf8';

/** Place of the first fault in the whole text as chunks of a size tell it; null when there is none (an open end is the text's own fault). */
function firstFault(bytes: Buffer, size: number): number | null {
  const watch = new Utf8Watch();
  for (let place = 0; place < bytes.length; place += size) {
    const fault = watch.push(bytes.subarray(place, place + size));
    if (fault !== null) return place + fault;
  }
  return null;
}

const bytes = fc.oneof(
  fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
  fc.uint8Array({ maxLength: 40 }).map((array) => Buffer.from(array)),
  fc
    .tuple(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 3 }), fc.string())
    .map(([a, b, c]) => Buffer.concat([Buffer.from(a), Buffer.from(b), Buffer.from(c)])),
);

describe('Utf8Watch', () => {
  it('finds a fault exactly where the text is not UTF-8, however it is cut into chunks', () => {
    fc.assert(
      fc.property(bytes, fc.integer({ min: 1, max: 9 }), (text, size) => {
        const closed = Buffer.concat([text, Buffer.from('\n')]);
        const fault = firstFault(closed, size);
        expect(fault === null).toBe(isUtf8(closed));
        if (fault === null) return;
        const whole = firstFault(closed, closed.length) ?? 0;
        expect(isUtf8(closed.subarray(0, whole))).toBe(true);
        // A character over a border of chunks is told at the border: at most three bytes later.
        expect(fault).toBeGreaterThanOrEqual(whole);
        expect(fault).toBeLessThanOrEqual(whole + 3);
      }),
      { numRuns: 2_000 },
    );
  });

  it('does not wait for the rest of a character that a line end cut off', () => {
    expect(firstFault(Buffer.from([0x61, 0xe0, 0x0a]), 1)).toBe(2);
  });

  it('knows text of one-byte characters from text with longer ones', () => {
    const watch = new Utf8Watch();
    watch.push(Buffer.from('ascii'));
    expect(watch.seenManyBytes).toBe(false);
    watch.push(Buffer.from('Huế'));
    expect(watch.seenManyBytes).toBe(true);
  });
});

describe('readAsWindows1258', () => {
  it('reads Vietnamese with its combining tone marks', () => {
    const line = Buffer.from([0x54, 0xfd, 0xf2, 0x6e, 0x67, 0x20, 0xd0, 0xf4, 0xd2, 0x6e, 0x67]);
    expect(readAsWindows1258(line)).toBe('Tựng Đổng');
  });

  it('refuses bytes that mean nothing Vietnamese there', () => {
    expect(readAsWindows1258(Buffer.from([0x41, 0xd1, 0x42]))).toBeNull();
  });
});

import fc from 'fast-check';
import { conceal, isOpenedBy, isSalted, toldContentHash, toldKey, type ToldParts } from './confidential';

const salt = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const parts: fc.Arbitrary<ToldParts> = fc.record({
  scope: fc.record({ index: fc.string(), source: fc.string() }),
  idempotencyKey: fc.string({ minLength: 1 }),
  contentHash: fc.string().map((text) => `sha256:${text}`),
});

describe('a commitment of the ledger', () => {
  it('is the SHA-256 of purpose, salt and text, a line each, so that everybody can open it with what every system has', () => {
    const zeros = '0'.repeat(64);
    // printf '%s\n' lientinh-content "$zeros" "sha256:$zeros" | sha256sum
    expect(toldContentHash(`sha256:${zeros}`, zeros)).toBe(
      'sha256-salted:993cdc3e469409f5737d731e86d89ab2d85eed6e2429d898b00d2bd9c4bc4dbc',
    );
    // printf '%s\n' lientinh-key "$zeros" khóa-1 | sha256sum
    expect(toldKey('khóa-1', zeros)).toBe(
      'sha256-salted:69d0442dd0d42739ae846db12fadbba83eb6eff707d389306ef090cfd15def1e',
    );
  });

  it('differs for another salt, another text and another purpose', () => {
    fc.assert(
      fc.property(salt, salt, fc.string(), fc.string(), (one, other, text, changed) => {
        fc.pre(one !== other && text !== changed);
        const told = [
          toldContentHash(text, one),
          toldContentHash(text, other),
          toldContentHash(changed, one),
          toldKey(text, one),
        ];
        expect(new Set(told).size).toBe(4);
        expect(told.every(isSalted)).toBe(true);
        expect(toldContentHash(text, one)).toBe(told[0]);
      }),
    );
  });

  it('takes nothing for a salt but 64 hexadecimal digits: any other could make the lines of two commitments alike', () => {
    for (const bad of ['', 'ab', `${'a'.repeat(64)}\nsha256:`, 'G'.repeat(64)]) {
      expect(() => toldContentHash('sha256:x', bad)).toThrow(RangeError);
    }
  });
});

describe('conceal', () => {
  it('tells everything of what is public, and needs nothing to open it', () => {
    fc.assert(
      fc.property(parts, (sent) => {
        const { told, opening } = conceal(null, sent);
        expect([told, opening]).toEqual([sent, null]);
        expect(isOpenedBy(told, null)).toBe(true);
      }),
    );
  });

  it('makes of equal publications things that nobody can see to be equal, each opened by its own opening only', () => {
    fc.assert(
      fc.property(parts, (sent) => {
        const [one, other] = [conceal({ ledgerScope: { index: 'PAPI' } }, sent), conceal({ ledgerScope: {} }, sent)];
        expect(one.told.scope).toEqual({ index: 'PAPI' });
        expect(one.told.contentHash).not.toBe(other.told.contentHash);
        expect(one.told.idempotencyKey).not.toBe(other.told.idempotencyKey);
        expect(one.opening?.sent).toEqual({ idempotencyKey: sent.idempotencyKey, scope: sent.scope });
        expect(isOpenedBy(one.told, one.opening)).toBe(true);
        expect(isOpenedBy(one.told, other.opening)).toBe(false);
        expect(isOpenedBy(one.told, null)).toBe(false);
        expect(isOpenedBy(sent, one.opening)).toBe(false);
      }),
    );
  });
});

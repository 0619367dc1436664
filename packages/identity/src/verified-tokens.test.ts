import fc from 'fast-check';
import { VIEWER } from './principal';
import { VerifiedTokens } from './verified-tokens';

const entry = { principal: VIEWER, revision: 1, expiresAtMs: 1000 };

describe('VerifiedTokens', () => {
  it('finds a token until it expires', () => {
    const tokens = new VerifiedTokens(2);
    tokens.add('a', entry);
    expect(tokens.find('a', 1, 999)).toBe(VIEWER);
    expect(tokens.find('a', 1, 1000)).toBeNull();
    expect(tokens.size).toBe(0);
  });

  it('forgets a token when the keys have changed', () => {
    const tokens = new VerifiedTokens(2);
    tokens.add('a', entry);
    expect(tokens.find('a', 2, 0)).toBeNull();
    expect(tokens.size).toBe(0);
  });

  it('drops the least recently used', () => {
    const tokens = new VerifiedTokens(2);
    tokens.add('a', entry);
    tokens.add('b', entry);
    tokens.find('a', 1, 0);
    tokens.add('c', entry);
    expect(['a', 'b', 'c'].filter((token) => tokens.find(token, 1, 0) !== null)).toEqual(['a', 'c']);
  });

  it('never holds more than its capacity', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.array(fc.string({ maxLength: 2 })), (capacity, fingerprints) => {
        const tokens = new VerifiedTokens(capacity);
        for (const fingerprint of fingerprints) tokens.add(fingerprint, entry);
        expect(tokens.size).toBe(Math.min(capacity, new Set(fingerprints).size));
      }),
    );
  });
});

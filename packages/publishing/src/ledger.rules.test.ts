import fc from 'fast-check';
import {
  canonicalJson,
  contentHash,
  entryHash,
  GENESIS_HASH,
  verifyChain,
  type JsonValue,
  type LedgerEntry,
} from './index';

function chainOf(length: number): LedgerEntry[] {
  const entries: LedgerEntry[] = [];
  for (let sequence = 1; sequence <= length; sequence += 1) {
    const unsealed = {
      dataset: 'SCORES' as const,
      sequence,
      kind: 'PUBLISH' as const,
      publication: `scores-${sequence}`,
      publisher: 'papi',
      province: null,
      scope: { index: 'PAPI', year: 2000 + sequence },
      idempotencyKey: `key-${sequence}`,
      contentHash: contentHash({ sequence }),
      rowCount: sequence,
      supersedes: [],
      rowChanges: [],
      reason: null,
      recordedAt: `2026-01-01T00:00:00.${String(sequence).padStart(6, '0')}Z`,
      previousHash: entries.at(-1)?.hash ?? GENESIS_HASH,
    };
    entries.push({ ...unsealed, hash: entryHash(unsealed) });
  }
  return entries;
}

describe('canonicalJson', () => {
  it('spells one value in one way, whatever the order of its keys', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), (value) => {
        const reversed = JSON.parse(JSON.stringify(value), (_key, item: unknown) =>
          item !== null && typeof item === 'object' && !Array.isArray(item)
            ? Object.fromEntries(Object.entries(item).reverse())
            : item,
        ) as JsonValue;
        expect(canonicalJson(reversed)).toBe(canonicalJson(JSON.parse(JSON.stringify(value)) as JsonValue));
      }),
    );
  });

  it('leaves absent members out', () => {
    expect(canonicalJson({ b: 1, a: undefined })).toBe('{"b":1}');
  });
});

describe('verifyChain', () => {
  it('accepts an unbroken ledger and any continuation of it', () => {
    const entries = chainOf(6);
    expect(verifyChain(entries)).toBeNull();
    expect(verifyChain(entries.slice(3), entries[2])).toBeNull();
    expect(verifyChain([])).toBeNull();
  });

  it('names the first entry that was changed, left out or put in, whichever it is', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5 }), fc.constantFrom('change', 'drop', 'reseal'), (place, attack) => {
        const entries = chainOf(7);
        const victim = entries[place] as LedgerEntry;
        const forged = { ...victim, rowCount: victim.rowCount + 1 };
        if (attack === 'change') entries[place] = forged;
        if (attack === 'reseal') entries[place] = { ...forged, hash: entryHash(forged) };
        if (attack === 'drop') entries.splice(place, 1);
        const found = verifyChain(entries);
        expect(found?.sequence).toBe(attack === 'change' ? place + 1 : place + 2);
      }),
    );
  });
});

it('hashes no text that would be kept otherwise than it was hashed', () => {
  expect(() => contentHash({ source: ['half \ud800 a pair'] })).toThrow(
    expect.objectContaining({ code: 'INVALID_REQUEST' }) as Error,
  );
  expect(contentHash('a whole \ud83d\ude00 pair')).toMatch(/^sha256:/);
});

import { type IssuerState, issuerState, renewState } from './state';

const FIRST_DAY = new Date('2026-01-01T00:00:00Z');
const after = (days: number): Date => new Date(FIRST_DAY.getTime() + days * 86_400_000);
const keyIds = (state: IssuerState): string[] => state.keys.map(({ jwk }) => jwk.kid);

describe('renewState', () => {
  it('makes one key and a secret for each client at first', async () => {
    const state = await renewState(null, ['a', 'b'], FIRST_DAY);
    expect(issuerState.parse(state)).toEqual(state);
    expect(state.keys).toHaveLength(1);
    expect(Object.keys(state.clientSecrets)).toEqual(['a', 'b']);
    expect(state.clientSecrets['a']).not.toBe(state.clientSecrets['b']);
  });

  it('keeps everything as it is while nothing is due', async () => {
    const state = await renewState(null, ['a'], FIRST_DAY);
    expect(await renewState(state, ['a'], after(89))).toBe(state);
  });

  it('gives a new client a secret and leaves the others theirs', async () => {
    const state = await renewState(null, ['a'], FIRST_DAY);
    const renewed = await renewState(state, ['a', 'b'], FIRST_DAY);
    expect(renewed.clientSecrets['a']).toBe(state.clientSecrets['a']);
    expect(renewed.clientSecrets['b']).toBeDefined();
    expect(renewed.keys).toEqual(state.keys);
  });

  it('signs with a new key after 90 days and publishes the old one as long as its tokens live', async () => {
    const state = await renewState(null, ['a'], FIRST_DAY);
    const rotated = await renewState(state, ['a'], after(90));
    expect(keyIds(rotated)).toHaveLength(2);
    expect(keyIds(rotated)[1]).toBe(keyIds(state)[0]);
    expect(await renewState(rotated, ['a'], after(90))).toBe(rotated);
    expect(keyIds(await renewState(rotated, ['a'], after(91)))).toEqual(keyIds(rotated).slice(0, 1));
  });
});

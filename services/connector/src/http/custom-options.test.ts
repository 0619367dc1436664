import fc from 'fast-check';
import { meantOption, refuseMistyped } from './custom-options';

describe('an option that nobody defines', () => {
  it.each([
    ['fitler', '$filter'],
    ['filters', '$filter'],
    ['Fliter', '$filter'],
    ['orderBy_', '$orderby'],
    ['order', '$orderby'],
    ['selct', '$select'],
    ['serach', '$search'],
    ['exapnd', '$expand'],
    ['conut', '$count'],
    ['tpo', '$top'],
    ['skipp', '$skip'],
    ['formats', '$format'],
    ['skiptoken', '$skiptoken'],
    ['years', 'year'],
    ['Yaer', 'year'],
    ['province', 'provinces'],
    ['PROVINCE', 'provinces'],
    ['criterion', 'criteria'],
    ['criteira', 'criteria'],
    ['indices', 'index'],
    ['idnex', 'index'],
    ['header', 'headers'],
    ['nam', 'year'],
    ['năm', 'year'],
    ['tỉnh', 'provinces'],
    ['ma_tinh', 'provinces'],
    ['chỉ_số', 'index'],
    ['limit', '$top'],
    ['sort', '$orderby'],
    ['decimals', 'decimal'],
  ])('is a slip where it is written almost like a known one: %s is %s', (name, meant) => {
    expect(meantOption(name)).toBe(meant);
  });

  it.each([
    'utm_source',
    '_',
    'sv',
    'api-version',
    'v',
    't',
    'ts',
    'skin',
    'stop',
    'lang',
    'names',
    'token',
    'page',
    'sig',
  ])('is foreign otherwise, and none of ours: %s', (name) => {
    expect(meantOption(name)).toBeNull();
    expect(() => refuseMistyped(null, [[name, 'x']])).not.toThrow();
  });

  it.each(['year', 'Provinces', 'filter', 'TOP', 'headers', 'decimal', 'guard', 'format'])('is known: %s', (name) => {
    expect(meantOption(name)).toBeNull();
  });

  it('is found wherever one letter of a longer name is doubled or two are swapped', () => {
    const names = ['filter', 'select', 'orderby', 'expand', 'provinces', 'criteria'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(), fc.boolean(), (name, seed, doubled) => {
        const at = 1 + (seed % (name.length - 2));
        const [a = '', b = ''] = [name[at], name[at + 1]];
        const slip = doubled ? name.slice(0, at) + a + name.slice(at) : name.slice(0, at) + b + a + name.slice(at + 2);
        fc.pre(slip !== name);
        expect(meantOption(slip)?.replace('$', '')).toBe(name);
      }),
    );
  });
});

import fc from 'fast-check';
import { searchQuery } from './search-words';

describe('the search query', () => {
  it('folds diacritics and leaves the last word open', () => {
    expect(searchQuery('Đo lường sự hài lòng')).toBe('do & luong & su & hai & long:*');
  });

  it('is none for a text without words', () => {
    expect(searchQuery(null)).toBeNull();
    expect(searchQuery(' !? | <-> ( ')).toBeNull();
  });

  it('never lets an operator through (any text)', () => {
    fc.assert(
      fc.property(fc.string(), (text) =>
        expect(searchQuery(text) ?? '').toMatch(/^$|^[\p{L}\p{N}]+( & [\p{L}\p{N}]+)*:\*$/u),
      ),
    );
  });
});

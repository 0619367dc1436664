import { preferredLanguage } from './language';

describe('the language of messages', () => {
  it.each([
    [undefined, 'VI'],
    ['', 'VI'],
    ['*', 'VI'],
    ['fr', 'VI'],
    ['vi-VN,vi;q=0.9,en;q=0.8', 'VI'],
    ['en-US,en;q=0.9,vi;q=0.8', 'EN'],
    ['EN', 'EN'],
    ['en, vi', 'VI'],
    ['en;q=0', 'VI'],
    ['en;q=0.4, vi;q=0.3', 'EN'],
    ['english', 'VI'],
  ])('for %s is %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

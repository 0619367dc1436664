import { requestLanguage } from './language';

it.each([
  [undefined, 'VI'],
  ['en', 'EN'],
  ['en-GB,vi;q=0.5', 'EN'],
  ['vi;q=0.9, en; q=1.0', 'EN'],
  ['vi ; q=0.2, en ; q=0.1', 'VI'],
  ['fr', 'VI'],
  ['en;q=0', 'VI'],
] as const)('answers Accept-Language %j in %s', (header, language) => {
  expect(requestLanguage(header)).toBe(language);
});

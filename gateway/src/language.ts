import type { Language } from '@lientinh/contracts';

/**
 * The language of messages that an `Accept-Language` header asks for (RFC 9110, 12.5.4): English where it is preferred to Vietnamese,
 * Vietnamese otherwise, and always when the header is absent.
 */
export function preferredLanguage(header: string | undefined): Language {
  if (header === undefined) return 'VI';
  const english = quality(header, 'en');
  return english > 0 && english > quality(header, 'vi') ? 'EN' : 'VI';
}

function quality(header: string, language: string): number {
  let best = 0;
  for (const range of header.split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    if (tag !== language && !tag.startsWith(`${language}-`)) continue;
    const weight = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
    best = Math.max(best, weight === undefined ? 1 : Number(weight));
  }
  return best;
}

import type { Language } from '@lientinh/contracts';

/** English when Accept-Language prefers it to Vietnamese, else Vietnamese. */
export function requestLanguage(acceptLanguage: string | undefined): Language {
  const weight = (tag: string): number => {
    for (const part of (acceptLanguage ?? '').slice(0, 200).toLowerCase().split(',')) {
      const [name = '', quality] = part.trim().split(/\s*;\s*q=/);
      if (name === tag || name.startsWith(`${tag}-`)) return quality === undefined ? 1 : Number(quality) || 0;
    }
    return 0;
  };
  return weight('en') > weight('vi') ? 'EN' : 'VI';
}

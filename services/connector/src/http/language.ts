import type { Language } from '@lientinh/contracts';
import { headerElements } from './header-list';

/** English when Accept-Language prefers it to Vietnamese, else Vietnamese. */
export function requestLanguage(acceptLanguage: string | undefined): Language {
  const elements = headerElements(acceptLanguage);
  const weight = (tag: string): number => {
    const found = elements.find(({ name }) => name === tag || name.startsWith(`${tag}-`));
    return found === undefined ? 0 : Number(found.parameters.get('q') ?? '1') || 0;
  };
  return weight('en') > weight('vi') ? 'EN' : 'VI';
}

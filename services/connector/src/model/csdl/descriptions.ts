import type { BilingualText } from '@lientinh/contracts';
import type { NamesLanguage } from '../edm';
import type { Annotation } from './annotation';

/**
 * The label of an element as `Core.Description` (a brief description) and its meaning as `Core.LongDescription`, in both languages: in
 * the language of the names without a qualifier, for readers who know of none, in the other with the language as the qualifier. Both terms
 * are tagged `Core.IsLanguageDependent` in the Core vocabulary.
 */
export function describe(
  label: BilingualText,
  meaning: BilingualText | null,
  names: NamesLanguage,
): readonly Annotation[] {
  return [
    ...inBothLanguages('Core.Description', label, names),
    ...(meaning === null ? [] : inBothLanguages('Core.LongDescription', meaning, names)),
  ];
}

function inBothLanguages(term: string, text: BilingualText, names: NamesLanguage): readonly Annotation[] {
  const other = names === 'en' ? 'vi' : 'en';
  return [
    { term, value: text[names] },
    { term, qualifier: other, value: text[other] },
  ];
}

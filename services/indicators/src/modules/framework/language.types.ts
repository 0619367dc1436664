import { registerEnumType } from 'type-graphql';

export const LanguageChoice = { VI: 'VI', EN: 'EN' } as const;
registerEnumType(LanguageChoice, { name: 'Language', description: 'Language of names and messages. | Ngôn ngữ.' });

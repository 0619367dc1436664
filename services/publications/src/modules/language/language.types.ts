import { registerEnumType } from 'type-graphql';
import type { Language } from '@lientinh/contracts';

export const AssignableLanguage: { [L in Language]: L } = { VI: 'VI', EN: 'EN' };
registerEnumType(AssignableLanguage, { name: 'Language', description: 'Language of names and messages. | Ngôn ngữ.' });

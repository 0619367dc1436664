export { AssignableLanguage } from './language.types';

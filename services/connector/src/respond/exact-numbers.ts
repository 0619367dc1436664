import { type EntitySet, findNavigation, findProperty, type Model, targetOf } from '../model';

/** The next token of JSON text: a string, a number, another word, or a sign of structure. */
const TOKEN = /\s*("(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+|[[\]{}:,])/gy;

/** What the numbers of an object are: of the set's properties, or of computed ones, whose types are not known. */
interface Level {
  readonly set: EntitySet | null;
  readonly isObject: boolean;
}

/**
 * Writes 64-bit integers and decimals inside of an expansion's JSON as strings, as `IEEE754Compatible=true` has it. PostgreSQL made the
 * text; the types are those of the model, and a number with a point that is no property is a decimal. Nothing else is changed.
 */
export function withExactNumbersAsText(model: Model, set: EntitySet, navigation: string): (json: string) => string {
  return (json) => {
    const levels: Level[] = [];
    let written = '';
    let name: string | null = navigation;
    let target: EntitySet | null = set;
    let before = '';
    for (const [, token = ''] of json.matchAll(TOKEN)) {
      const level = levels.at(-1);
      if (token === '{' || token === '[') {
        const here: EntitySet | null = name === null ? target : followed(model, target, name);
        levels.push({ set: here, isObject: token === '{' });
        target = here;
        name = null;
      } else if (token === '}' || token === ']') {
        levels.pop();
        target = levels.at(-1)?.set ?? null;
      } else if (token.startsWith('"') && level?.isObject === true && before !== ':') {
        name = JSON.parse(token) as string;
      }
      written += isExact(token, name, target) ? `"${token}"` : token;
      if (before === ':' && token !== '{' && token !== '[') name = null;
      before = token;
    }
    return written;
  };
}

function followed(model: Model, set: EntitySet | null, name: string): EntitySet | null {
  const navigation = set === null ? null : findNavigation(set, name);
  return navigation === null ? null : targetOf(model, navigation);
}

function isExact(token: string, name: string | null, set: EntitySet | null): boolean {
  if (!/^-?\d/.test(token)) return false;
  if (name?.endsWith('@odata.count') === true) return true;
  const type = set === null || name === null ? null : (findProperty(set, name)?.type ?? null);
  return type === null ? token.includes('.') : type === 'Edm.Int64' || type === 'Edm.Decimal';
}

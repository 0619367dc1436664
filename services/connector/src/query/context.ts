import type { Expression } from './ast';
import { Budget, DEFAULT_LIMITS, type QueryLimits } from './limits';
import { aliasCycle, type Place } from './query.errors';
import { Scanner } from './scanner';

/** What every reader of one request shares, and the text that is read now. */
export interface ParseContext {
  readonly scanner: Scanner;
  readonly budget: Budget;
  readonly aliases: Aliases;
}

/** The parameter aliases of a request (`@p=5`), each read when it is first used. */
export class Aliases {
  readonly #read = new Map<string, Expression | readonly Expression[]>();
  readonly #open = new Set<string>();

  /** `texts`: decoded values by name with `@`. */
  constructor(readonly texts: ReadonlyMap<string, string> = new Map()) {}

  /** The value of an alias, read once for each way of reading; undefined when the request does not define it. */
  resolve<Value extends Expression | readonly Expression[]>(
    way: 'expression' | 'list',
    alias: string,
    place: Place,
    read: (text: string) => Value,
  ): Value | undefined {
    const text = this.texts.get(alias);
    if (text === undefined) return undefined;
    const key = `${way} ${alias}`;
    const known = this.#read.get(key);
    if (known !== undefined) return known as Value;
    if (this.#open.has(alias)) throw aliasCycle({ ...place, alias });
    this.#open.add(alias);
    const value = read(text);
    this.#open.delete(alias);
    this.#read.set(key, value);
    return value;
  }
}

/** A context for the text of one option. */
export function createContext(
  option: string,
  text: string,
  aliases = new Aliases(),
  budget = new Budget(DEFAULT_LIMITS),
): ParseContext {
  budget.checkText(option, text);
  return { scanner: new Scanner(text, option), budget, aliases };
}

/** The same request, another text. */
export function withText(context: ParseContext, option: string, text: string): ParseContext {
  return createContext(option, text, context.aliases, context.budget);
}

/** Given limits over the usual ones. */
export function limitsOf(limits: Partial<QueryLimits> = {}): QueryLimits {
  return { ...DEFAULT_LIMITS, ...limits };
}

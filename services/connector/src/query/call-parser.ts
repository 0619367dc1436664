import type { Call, Expression } from './ast';
import type { ParseContext } from './context';
import { type FunctionDefinition, FUNCTIONS, RENAMED_FUNCTIONS } from './functions';
import { nearestNames } from './nearest-names';
import { PHRASES } from './phrases';
import { functionArguments, functionUnknown, shown } from './query.errors';
import type { TextToken } from './token';

type Parse = (context: ParseContext) => Expression;

/** `contains(NameVi,'Kon')`: the next token is the name, `(` follows directly. */
export function parseCall(context: ParseContext, parseExpression: Parse): Call {
  const { scanner, budget } = context;
  const token = scanner.take();
  if (token.kind !== 'name') return scanner.fail(PHRASES.functionName);
  const definition = findFunction(context, token);
  scanner.takeMark('(');
  const values =
    definition.name === 'case' ? parseCases(context, parseExpression) : parseArguments(context, parseExpression);
  scanner.takeMark(')');
  checkArguments(context, token, definition, values);
  const call: Call = { kind: 'call', name: definition.name.toLowerCase(), arguments: values, at: token.at };
  return budget.made(call, scanner.place(token.at), values);
}

function findFunction({ scanner }: ParseContext, { text, at }: TextToken): FunctionDefinition {
  const name = text.toLowerCase();
  const definition = FUNCTIONS.get(name);
  if (definition !== undefined) return definition;
  const known = [...FUNCTIONS.values()].map((each) => each.name);
  const renamed = RENAMED_FUNCTIONS.get(name);
  const nearest = renamed === undefined ? nearestNames(text, known) : [renamed];
  throw functionUnknown({ ...scanner.place(at), name: shown(text), nearest });
}

function parseArguments(context: ParseContext, parseExpression: Parse): readonly Expression[] {
  const { scanner } = context;
  const values: Expression[] = [];
  if (scanner.atMark(')')) return values;
  do values.push(parseExpression(context));
  while (scanner.tryMark(','));
  return values;
}

/** `condition:value,condition:value`, flat. */
function parseCases(context: ParseContext, parseExpression: Parse): readonly Expression[] {
  const { scanner } = context;
  const values: Expression[] = [];
  do {
    values.push(parseExpression(context));
    scanner.takeMark(':');
    values.push(parseExpression(context));
  } while (scanner.tryMark(','));
  return values;
}

function checkArguments(
  { scanner }: ParseContext,
  { at }: TextToken,
  { name, least, most, signature }: FunctionDefinition,
  values: readonly Expression[],
): void {
  const type = values.at(-1);
  const wantsType = name === 'cast' || name === 'isof';
  const isType = type?.kind === 'member' && type.segments.length === 1 && type.segments[0] !== '$it';
  if (values.length >= least && values.length <= most && (!wantsType || isType)) return;
  throw functionArguments({ ...scanner.place(at), name, count: values.length, signature });
}

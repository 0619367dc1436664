import type { EdmType } from '../../model/edm';
import { nearestNames } from '../../query';
import { unknownFunction, type Place } from '../plan.errors';
import { type FunctionName, type Typed } from '../typed/typed-expression';
import { sizeOf } from './context';
import { commonCollation } from './operators';
import { convertOf, promoted } from './promote';

/** What an argument may be: one of these types. A result `same` is of the first argument's type. */
interface Signature {
  readonly takes: readonly (readonly EdmType[])[];
  readonly gives: EdmType | 'same';
}

const STRING: readonly EdmType[] = ['Edm.String'];
const WHOLE: readonly EdmType[] = ['Edm.Int32', 'Edm.Int64'];
const NUMBER: readonly EdmType[] = ['Edm.Int32', 'Edm.Int64', 'Edm.Decimal', 'Edm.Double'];
const INSTANT: readonly EdmType[] = ['Edm.DateTimeOffset'];
const DAY: readonly EdmType[] = ['Edm.Date', 'Edm.DateTimeOffset'];
const CLOCK: readonly EdmType[] = ['Edm.DateTimeOffset', 'Edm.TimeOfDay'];

const one = (gives: EdmType | 'same', ...takes: (readonly EdmType[])[]): readonly Signature[] => [{ takes, gives }];

/** The functions there are (OData 4.01 Part 2, 5.1.1.5 to 5.1.1.11). */
const FUNCTIONS: Readonly<Record<FunctionName, readonly Signature[]>> = {
  concat: one('Edm.String', STRING, STRING),
  contains: one('Edm.Boolean', STRING, STRING),
  endswith: one('Edm.Boolean', STRING, STRING),
  startswith: one('Edm.Boolean', STRING, STRING),
  indexof: one('Edm.Int32', STRING, STRING),
  length: one('Edm.Int32', STRING),
  substring: [...one('Edm.String', STRING, WHOLE), ...one('Edm.String', STRING, WHOLE, WHOLE)],
  tolower: one('Edm.String', STRING),
  toupper: one('Edm.String', STRING),
  trim: one('Edm.String', STRING),
  year: one('Edm.Int32', DAY),
  month: one('Edm.Int32', DAY),
  day: one('Edm.Int32', DAY),
  hour: one('Edm.Int32', CLOCK),
  minute: one('Edm.Int32', CLOCK),
  second: one('Edm.Int32', CLOCK),
  fractionalseconds: one('Edm.Decimal', CLOCK),
  date: one('Edm.Date', DAY),
  time: one('Edm.TimeOfDay', INSTANT),
  totaloffsetminutes: one('Edm.Int32', INSTANT),
  totalseconds: one('Edm.Decimal', ['Edm.Duration']),
  now: one('Edm.DateTimeOffset'),
  mindatetime: one('Edm.DateTimeOffset'),
  maxdatetime: one('Edm.DateTimeOffset'),
  round: one('same', NUMBER),
  floor: one('same', NUMBER),
  ceiling: one('same', NUMBER),
};
/** Functions whose SQL has an argument twice. */
const WRITTEN_TWICE: ReadonlySet<string> = new Set(['endswith', 'totaloffsetminutes']);
const FOLDED: ReadonlySet<string> = new Set(['tolower', 'toupper']);

const isFunction = (name: string): name is FunctionName => Object.hasOwn(FUNCTIONS, name);
const written = (name: string, { takes }: Signature): string =>
  `${name}(${takes.map((types) => types.join('|')).join(', ')})`;

/** A call with arguments of its types. ODATA_UNKNOWN_FUNCTION with what there is. */
export function functionOf(name: string, arguments_: readonly Typed[], place: Place): Typed {
  const refuse = (signatures: readonly string[], nearest: readonly string[]): Error =>
    unknownFunction({ ...place, name, types: arguments_.map(({ type }) => type), signatures, nearest });
  if (!isFunction(name)) throw refuse([], nearestNames(name, [...Object.keys(FUNCTIONS), 'cast']));
  const signature = FUNCTIONS[name].find(({ takes }) => fits(takes, arguments_));
  if (signature === undefined)
    throw refuse(
      FUNCTIONS[name].map((each) => written(name, each)),
      [],
    );
  const typed = arguments_.map((argument, index) =>
    argument.kind === 'null' ? promoted(argument, signature.takes[index]?.[0] ?? argument.type, place) : argument,
  );
  const type = signature.gives === 'same' ? (typed[0]?.type ?? 'Edm.Decimal') : signature.gives;
  return {
    kind: 'function',
    name,
    arguments: typed,
    type,
    nullable: arguments_.some(({ nullable }) => nullable),
    collation: FOLDED.has(name) ? 'VIETNAMESE' : commonCollation(typed),
    size: sizeOf(arguments_, place, WRITTEN_TWICE.has(name) ? 2 : 1),
  };
}

function fits(takes: readonly (readonly EdmType[])[], arguments_: readonly Typed[]): boolean {
  return (
    takes.length === arguments_.length &&
    arguments_.every(({ kind, type }, index) => kind === 'null' || takes[index]?.includes(type) === true)
  );
}

/** What a value can be cast to, by what it is; everything can be cast to itself. */
const CASTS: Readonly<Partial<Record<EdmType, readonly EdmType[]>>> = {
  'Edm.Int32': ['Edm.Int64', 'Edm.Decimal', 'Edm.Double', 'Edm.String'],
  'Edm.Int64': ['Edm.Int32', 'Edm.Decimal', 'Edm.Double', 'Edm.String'],
  'Edm.Decimal': ['Edm.Int32', 'Edm.Int64', 'Edm.Double', 'Edm.String'],
  'Edm.Double': ['Edm.Int32', 'Edm.Int64', 'Edm.Decimal', 'Edm.String'],
  'Edm.Boolean': ['Edm.String'],
  'Edm.Date': ['Edm.DateTimeOffset', 'Edm.String'],
  'Edm.DateTimeOffset': ['Edm.Date', 'Edm.String'],
};

/** `cast(Value,Edm.String)`. ODATA_UNKNOWN_FUNCTION with the types that it can be cast to. */
export function castOf(operand: Typed, typeName: string, place: Place): Typed {
  const possible = operand.kind === 'null' ? Object.keys(CASTS) : [operand.type, ...(CASTS[operand.type] ?? [])];
  const type = possible.find((each) => each === typeName) as EdmType | undefined;
  if (type === undefined)
    throw unknownFunction({
      ...place,
      name: 'cast',
      types: [operand.type, typeName],
      signatures: possible.map((each) => `cast(${operand.type}, ${each})`),
      nearest: [],
    });
  return type === operand.type || operand.kind === 'null'
    ? promoted(operand, type, place)
    : convertOf(operand, type, place);
}

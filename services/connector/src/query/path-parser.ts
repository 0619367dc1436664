import type { ResourcePath, ResourceSegment } from './ast';
import { Aliases, createContext, limitsOf } from './context';
import { readKey } from './key-parser';
import { Budget } from './limits';
import { nearestNames } from './nearest-names';
import type { ParseSettings } from './options-parser';
import { PHRASES, sameInBoth } from './phrases';
import { constructUnsupported, functionUnknown, PATH, queryTooLarge, shown, syntaxError } from './query.errors';
import { decodePercent } from './query-string';

type Operation = Extract<ResourceSegment, { kind: 'operation' }>['name'];
const OPERATIONS: readonly Operation[] = ['$count', '$value', '$ref', '$query', '$each', '$all'];
const UNSUPPORTED: readonly string[] = ['$entity', '$crossjoin', '$filter', '$links', '$root', '$it'];
const WITH_KEY =
  /^[\p{L}\p{Nl}_][\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]*(?:\.[\p{L}\p{Nl}\p{Nd}\p{Mn}\p{Mc}\p{Pc}\p{Cf}]+)*\(/u;

/** What a path may be read with. */
export interface PathSettings extends ParseSettings {
  /** Decoded query options: keys may be parameter aliases (`Scores(@id)`). */
  readonly options?: Iterable<readonly [name: string, value: string]>;
}

/**
 * The path after the service root, still percent-encoded, without the query: `Scores('46')/Province`. Split at slashes first, decoded then;
 * a slash in the quotes of a key belongs to the key. Segments that are no name with a key come as names: the model tells names from keys.
 * @throws CodedError `ODATA_…`
 */
export function parseResourcePath(path: string, settings: PathSettings = {}): ResourcePath {
  const budget = new Budget(limitsOf(settings.limits));
  budget.checkText(PATH, path);
  const aliases = new Aliases(new Map([...(settings.options ?? [])].filter(([name]) => name.startsWith('@'))));
  const texts = splitSegments(path.replace(/^\//, '').replace(/\/$/, '')).map(decodePercent);
  if (texts.length === 1 && texts[0] === '') return { kind: 'service', segments: [] };
  if (texts.length === 1 && texts[0] === '$metadata') return { kind: 'metadata', segments: [] };
  if (texts.length === 1 && texts[0] === '$batch') return { kind: 'batch', segments: [] };
  if (texts.length > budget.limits.segments) {
    const what = { vi: 'số đoạn của đường dẫn', en: 'the number of segments of the path' };
    throw queryTooLarge({ option: PATH, at: 0, what, limit: budget.limits.segments });
  }
  let at = 0;
  const segments = texts.map((text) => {
    const segment = readSegment(text, at, aliases, budget);
    at += text.length + 1;
    return segment;
  });
  checkEnd(segments);
  return { kind: 'resource', segments };
}

/** A count, a value, references and a posted query end a path; only `$query` may follow. */
function checkEnd(segments: readonly ResourceSegment[]): void {
  segments.forEach((segment, place) => {
    const next = segments[place + 1];
    const mayEnd = segment.kind === 'operation' && segment.name !== '$each' && segment.name !== '$all';
    const isQuery = next?.kind === 'operation' && next.name === '$query';
    if (next === undefined || !mayEnd || (isQuery && segment.name !== '$query')) return;
    const found = sameInBoth(`"${shown(next.name)}"`);
    throw syntaxError({ option: PATH, at: next.at, found, expected: PHRASES.end });
  });
}

/** Slashes outside the quotes of a key separate segments. */
function splitSegments(path: string): string[] {
  const segments: string[] = [];
  let from = 0;
  let inKey = false;
  let inQuotes = false;
  for (const { 0: mark, index } of path.matchAll(/\/|\(|\)|'|%27/g)) {
    if (mark === '/' && !inQuotes) {
      segments.push(path.slice(from, index));
      from = index + 1;
      inKey = false;
    } else if (mark === '(') inKey = true;
    else if (mark === ')' && !inQuotes) inKey = false;
    else if ((mark === "'" || mark === '%27') && inKey) inQuotes = !inQuotes;
  }
  return [...segments, path.slice(from)];
}

function readSegment(text: string, at: number, aliases: Aliases, budget: Budget): ResourceSegment {
  const place = { option: PATH, at };
  budget.count(place);
  if (text === '') throw syntaxError({ ...place, found: sameInBoth('"/"'), expected: PHRASES.nameOrKey });
  if (text.startsWith('$')) return { kind: 'operation', name: readOperation(text, at), at };
  if (!WITH_KEY.test(text)) {
    // Only checks the characters: a key in the manner of a path may have any other.
    createContext(PATH, `${' '.repeat(at)}${text}`, aliases, budget);
    return { kind: 'name', name: text.normalize('NFC'), key: null, at };
  }
  return readWithKey(text, at, aliases, budget);
}

/** `Scores('46')`. Spaces stand in for what precedes, so that places are those of the path. */
function readWithKey(text: string, at: number, aliases: Aliases, budget: Budget): ResourceSegment {
  const open = text.indexOf('(');
  const context = createContext(PATH, `${' '.repeat(at + open)}${text.slice(open)}`, aliases, budget);
  const key = readKey(context);
  context.scanner.takeEnd(PHRASES.slashOrEnd);
  return { kind: 'name', name: text.slice(0, open).normalize('NFC'), key, at };
}

function readOperation(text: string, at: number): Operation {
  const place = { option: PATH, at };
  const operation = OPERATIONS.find((each) => each === text);
  if (operation !== undefined) return operation;
  const bare = /^\$\w*/.exec(text)?.[0] ?? text;
  if (UNSUPPORTED.includes(bare) || bare === '$metadata' || bare === '$batch')
    throw constructUnsupported({ ...place, construct: shown(text) });
  throw functionUnknown({
    ...place,
    name: shown(text),
    nearest: nearestNames(bare, [...OPERATIONS, '$metadata', '$batch']),
  });
}

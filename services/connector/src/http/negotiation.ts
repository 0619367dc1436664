import type { MetadataLevel } from '../respond/json-flavour';
import { headerElements } from './header-list';
import { formatNotAcceptable } from './http.errors';

/** A representation that an address can give, the preferred ones first. */
export interface OfferedFormat {
  /** What `$format=` takes. */
  readonly shortName: string;
  /** Without parameters. */
  readonly mediaType: string;
}

/** What an answer is to be. */
export interface NegotiatedFormat {
  readonly shortName: string;
  /** Of JSON; minimal otherwise. */
  readonly metadata: MetadataLevel;
  readonly ieee754Compatible: boolean;
  /** Parameters of the media type, names in lower case, without those above. */
  readonly parameters: ReadonlyMap<string, string>;
}

interface Candidate {
  readonly mediaType: string;
  readonly quality: number;
  readonly parameters: ReadonlyMap<string, string>;
}

/**
 * Chooses by `$format`, which goes before `Accept` (OData 4.01 Protocol, section 11.2.12). Without either, or when anything will do, the
 * first of `offered`. ODATA_FORMAT_NOT_ACCEPTABLE names what there is.
 */
export function negotiateFormat(
  format: string | null,
  accept: string | undefined,
  offered: readonly OfferedFormat[],
): NegotiatedFormat {
  const candidates = format === null ? accepted(accept) : named(format, offered);
  for (const candidate of candidates) {
    const found = offered.find((one) => matches(candidate.mediaType, one.mediaType));
    const chosen = found === undefined ? null : readParameters(found.shortName, candidate.parameters);
    if (chosen !== null) return chosen;
  }
  throw formatNotAcceptable({
    asked: format ?? accept ?? '',
    available: offered.map(({ shortName, mediaType }) => `${shortName} (${mediaType})`),
  });
}

function named(format: string, offered: readonly OfferedFormat[]): readonly Candidate[] {
  const short = offered.find(({ shortName }) => shortName === format.trim().toLowerCase());
  if (short !== undefined) return [{ mediaType: short.mediaType, quality: 1, parameters: new Map() }];
  return format.includes('/') ? accepted(format).slice(0, 1) : [];
}

/** Media ranges of an Accept header, the most wanted first; in the order given among equals. `q=0` is not wanted. */
function accepted(header: string | undefined): readonly Candidate[] {
  const ranges = headerElements(header).filter(({ name, value }) => name.includes('/') && value === null);
  if (ranges.length === 0) return [{ mediaType: '*/*', quality: 1, parameters: new Map() }];
  return ranges
    .map(({ name, parameters }) => ({ mediaType: name, quality: quality(parameters), parameters }))
    .filter((candidate) => candidate.quality > 0)
    .sort((a, b) => b.quality - a.quality || specificity(b.mediaType) - specificity(a.mediaType));
}

function quality(parameters: ReadonlyMap<string, string>): number {
  const text = parameters.get('q');
  return text === undefined || !/^[01](\.\d{0,3})?$/.test(text) ? 1 : Number(text);
}

const specificity = (mediaType: string): number => (mediaType === '*/*' ? 0 : mediaType.endsWith('/*') ? 1 : 2);

function matches(range: string, mediaType: string): boolean {
  return range === '*/*' || range === mediaType || (range.endsWith('/*') && mediaType.startsWith(range.slice(0, -1)));
}

const METADATA_LEVELS: readonly MetadataLevel[] = ['none', 'minimal', 'full'];
const IGNORED = new Set([
  'q',
  'charset',
  'odata.streaming',
  'streaming',
  'exponentialdecimals',
  'odata.metadata',
  'metadata',
  'ieee754compatible',
]);

/** Null when a parameter asks for something that is not there. */
function readParameters(shortName: string, parameters: ReadonlyMap<string, string>): NegotiatedFormat | null {
  const level = (parameters.get('odata.metadata') ?? parameters.get('metadata') ?? 'minimal').toLowerCase();
  const metadata = METADATA_LEVELS.find((one) => one === level);
  const charset = parameters.get('charset')?.toLowerCase() ?? 'utf-8';
  if (metadata === undefined || !['utf-8', 'utf8', '*'].includes(charset)) return null;
  return {
    shortName,
    metadata,
    ieee754Compatible: parameters.get('ieee754compatible')?.toLowerCase() === 'true',
    parameters: new Map([...parameters].filter(([name]) => !IGNORED.has(name))),
  };
}

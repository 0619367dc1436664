import type { RowsPlan } from '../plan/plan';
import { control, type JsonFlavour } from './json-flavour';
import { type PageEnd, type PageLimits, type Segment, writeRows } from './page';
import { encodeValue, jsonString, type Row } from './row-encoder';

/** A collection of rows. */
export interface JsonCollection {
  readonly flavour: JsonFlavour;
  /** The context URL. */
  readonly context: string;
  /** Rows of all pages; null when it was not asked. */
  readonly count: string | null;
  readonly segments: readonly Segment[];
  readonly limits: PageLimits;
  /** What stands behind the last row: the link to the next page, or that to the changes from here on; null for neither. */
  readonly link: (end: PageEnd) => { readonly kind: 'nextLink' | 'deltaLink'; readonly address: string } | null;
}

/** A collection as OData JSON (Format 4.01, section 4.5), part by part. */
export async function* collectionJson(collection: JsonCollection): AsyncGenerator<string> {
  const { flavour, context, count, segments, limits, link } = collection;
  const members = [
    ...(flavour.metadata === 'none' ? [] : [`${JSON.stringify(control(flavour, 'context'))}:${jsonString(context)}`]),
    ...(count === null
      ? []
      : [`${JSON.stringify(control(flavour, 'count'))}:${encodeValue('Edm.Int64', count, flavour)}`]),
  ];
  yield `{${members.map((member) => `${member},`).join('')}"value":[`;
  const end = yield* writeRows(segments, limits);
  const found = link(end);
  yield found === null ? ']}' : `],${JSON.stringify(control(flavour, found.kind))}:${jsonString(found.address)}}`;
}

/** One entity: the row's own object, with the context (and the ETag) as its first members. */
export function entityJson(encoded: string, flavour: JsonFlavour, context: string, etag: string | null): string {
  if (flavour.metadata === 'none') return encoded;
  const name = (text: string): string => JSON.stringify(control(flavour, text));
  const shown = etag === null || flavour.metadata === 'full' ? '' : `,${name('etag')}:${jsonString(etag)}`;
  const rest = encoded.slice(1);
  return `{${name('context')}:${jsonString(context)}${shown}${rest === '}' ? '' : ','}${rest}`;
}

/** One property: `{"@odata.context":…,"value":…}`. */
export function propertyJson(plan: RowsPlan, row: Row, flavour: JsonFlavour, context: string): string {
  const place = plan.columns.findIndex(({ role }) => role === 'PROPERTY' || role === 'COMPUTED');
  const value = encodeValue(plan.columns[place]?.type ?? 'Edm.String', row[place] ?? null, flavour);
  const head =
    flavour.metadata === 'none' ? '' : `${JSON.stringify(control(flavour, 'context'))}:${jsonString(context)},`;
  return `{${head}"value":${value}}`;
}

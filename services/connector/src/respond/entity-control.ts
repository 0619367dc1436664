import type { EntitySet, Model } from '../model/edm';
import type { OutputColumn, RowsPlan } from '../plan/plan';
import { rowAddress } from './entity-address';
import { entityEtag } from './etag';
import { control, type JsonFlavour } from './json-flavour';
import { type EntityControl, jsonString, type Row } from './row-encoder';

/** What the control information of entities is made from. */
export interface EntitySurroundings {
  readonly model: Model;
  /** Address of the service root, with a slash at the end. */
  readonly root: string;
  readonly flavour: JsonFlavour;
}

/** Place of the column by which rows have an ETag: `recorded_at` of a row whose changes are tracked; -1 when it is not there. */
export function etagPlace(set: EntitySet, columns: readonly OutputColumn[]): number {
  if (!set.set.changeTracking) return -1;
  return columns.findIndex(({ role, property }) => role !== 'PAGING' && property?.column.name === 'recorded_at');
}

/**
 * Control information of each row (OData JSON Format 4.01, section 4.6): with all metadata its ETag, id, type and links; otherwise none,
 * for a reader computes them, and only the id of references. There is no edit link, for nothing can be edited: `readLink` is where the row is read. Null: none.
 */
export function entityControl(
  { set, columns, addressable, contextFragment }: RowsPlan,
  { model, root, flavour }: EntitySurroundings,
): EntityControl | null {
  const isReference = contextFragment === '$ref' || contextFragment === 'Collection($ref)';
  if (flavour.metadata !== 'full' && !isReference) return null;
  const name = (text: string): string => JSON.stringify(control(flavour, text));
  const type = `${name('type')}:${JSON.stringify(`#${model.namespace}.${set.typeName}`)}`;
  const address = addressable ? rowAddress(set, columns) : null;
  if (address === null) return addressable ? () => type : null;
  if (isReference) return (row) => `${name('id')}:${jsonString(root + address(row))}`;
  const place = etagPlace(set, columns);
  const links = [...set.navigations.keys()].map((navigation) => ({
    link: JSON.stringify(navigation + control(flavour, 'navigationLink')),
    reference: JSON.stringify(navigation + control(flavour, 'associationLink')),
    path: encodeURIComponent(navigation),
  }));
  return (row: Row) => {
    const id = root + address(row);
    const recordedAt = row[place] ?? null;
    const etag = recordedAt === null ? '' : `,${name('etag')}:${jsonString(entityEtag(recordedAt))}`;
    const navigations = links.map(
      ({ link, reference, path }) =>
        `,${reference}:${jsonString(`${id}/${path}/$ref`)},${link}:${jsonString(`${id}/${path}`)}`,
    );
    return `${type},${name('id')}:${jsonString(id)},${name('readLink')}:${jsonString(id)}${etag}${navigations.join('')}`;
  };
}

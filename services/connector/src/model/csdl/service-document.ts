import type { BilingualText } from '@lientinh/contracts';
import type { Model } from '../edm';

/** An entity set in the service document. */
export interface ServiceDocumentItem {
  readonly name: string;
  readonly title: string;
  readonly kind: 'EntitySet';
  readonly url: string;
}
/** What the service root answers (OData JSON Format 4.01, section 5). */
export interface ServiceDocument {
  readonly '@odata.context': string;
  readonly value: readonly ServiceDocumentItem[];
}

/**
 * The entity sets of the service, with their labels as titles. `address` is that of the service root and ends in `/`. `url` is relative to
 * the context, encoded: readers that join addresses as plain text would else send letters that no address may have.
 */
export function serviceDocument(model: Model, address: string): ServiceDocument {
  return {
    '@odata.context': `${address}$metadata`,
    value: [...model.sets.values()].map(({ name, set }) => ({
      name,
      title: inNamesLanguage(model, set.label),
      kind: 'EntitySet',
      url: encodeURIComponent(name),
    })),
  };
}

const inNamesLanguage = ({ names }: Model, text: BilingualText): string => text[names];

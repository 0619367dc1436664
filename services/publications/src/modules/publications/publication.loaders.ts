import { defineLoader } from '@lientinh/subgraph';
import type { Services } from '../../services';
import { type ListedPublication, toPublication } from './publication.row';
import { findPublications } from './publication.store';

/** Publications of every data set by id, as of the newest entries of their ledgers. */
export const loadListedPublication = defineLoader<string, ListedPublication, Services>(
  'listed-publication',
  async (ids, context) => {
    await context.services.feeds.catchUp(context);
    const rows = await findPublications(context.database.reader, ids);
    return new Map(rows.map((row) => [row.id, toPublication(row)]));
  },
);

import { defineLoader } from '@lientinh/subgraph';
import { listPublishedYears } from '../score/score.store';

/** The years in which an index has figures, by code of the index. */
export const loadPublishedYears = defineLoader<string, readonly number[]>('published-years', (indices, { database }) =>
  listPublishedYears(database.reader, indices, null),
);

import { defineLoader } from '@lientinh/subgraph';
import { groupBy } from '../collections/group-by';
import { LATEST_INSTANT } from '../reference/instants';
import { NO_DOSSIERS, toSummary } from './dossier-summary.rules';
import { sumDossiers } from './dossier-summary.store';
import type { DossierSummary } from './dossier.types';

/** A province over a period. */
export interface SummaryKey {
  readonly province: string;
  readonly from: string;
  readonly to: string;
}

const keyText = ({ province, from, to }: SummaryKey): string => [province, from, to].join(' ');

/** Summaries of provinces: one statement for all that ask for the same period. */
export const loadDossierSummary = defineLoader<SummaryKey, DossierSummary>(
  'dossier-summary',
  async (keys, { database }) => {
    const summaries = new Map<string, DossierSummary>();
    for (const group of groupBy(keys, ({ from, to }) => `${from} ${to}`)) {
      const [{ from, to }] = group;
      const provinces = group.map(({ province }) => province);
      const all = { field: null, level: null, procedure: null, knownAt: LATEST_INSTANT };
      const found = await sumDossiers(database.reader, { provinces, from, to, ...all });
      for (const key of group) {
        summaries.set(keyText(key), toSummary(key.province, found.get(key.province) ?? NO_DOSSIERS));
      }
    }
    return summaries;
  },
  keyText,
);

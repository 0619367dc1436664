import { dayInVietnam } from '@lientinh/contracts';
import { getLatestProvince } from '@lientinh/datasets';
import { throwIfRefused } from '@lientinh/identity';
import type { BulkDataset } from '@lientinh/publishing';
import { STAGED_COLUMNS, STAGING } from './agency-publishing.store';
import { agenciesDataset } from './agency.dataset';
import { mayPublishAgencies } from './agency.rules';

const REQUIRED: readonly string[] = ['key', 'name', 'kind', 'level'];

/**
 * `POST /publish/agencies?province=62` (without `province`: the central agencies): what `publishAgencies` takes, as a file of any
 * length. Lists (`aliases`, `successor_keys`) are separated by ` | `.
 */
export const agenciesBulk: BulkDataset = {
  name: 'agencies',
  dataset: 'AGENCIES',
  staging: STAGING,
  columns: STAGED_COLUMNS.map((column) => ({ column, required: REQUIRED.includes(column) })),
  parameters: ['province'],
  open({ publisher, parameters }) {
    const province = parameters['province'] ?? null;
    throwIfRefused(mayPublishAgencies(publisher, province));
    return {
      rights: [{ dataset: 'AGENCIES', province }],
      province: province === null ? null : getLatestProvince(province, dayInVietnam(new Date())).id,
      scope: { province },
      confidential: null,
      check: (writer, problems) => agenciesDataset.check(writer, province, problems),
      store: (writer, place) => agenciesDataset.store(writer, province, place),
    };
  },
};

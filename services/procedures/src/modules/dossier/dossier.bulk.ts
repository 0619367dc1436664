import { dayInVietnam } from '@lientinh/contracts';
import { getLatestProvince } from '@lientinh/datasets';
import { mayPublish, throwIfRefused } from '@lientinh/identity';
import type { BulkDataset } from '@lientinh/publishing';
import { requiredParameter } from '../vocabulary/required-parameter';
import { COUNTS } from './counts';
import { checkDossiers } from './dossier-checks';
import { STAGING } from './dossier-staging.store';
import { storeStagedDossiers } from './dossier.dataset';

/** `POST /publish/dossier-statistics?province=62`: monthly statistics of one province, CSV or NDJSON. */
export const dossierStatisticsBulk: BulkDataset = {
  name: 'dossier-statistics',
  dataset: 'DOSSIER_STATISTICS',
  staging: STAGING.name,
  parameters: ['province'],
  columns: [
    { column: 'procedure', required: true },
    { column: 'agency', required: false },
    { column: 'month', required: true },
    ...COUNTS.map(([column, field]) => ({
      column,
      names: column === field ? [field] : [field, column],
      required: true,
    })),
  ],
  open({ publisher, parameters }) {
    const province = requiredParameter(parameters, 'province');
    const right = { dataset: 'DOSSIER_STATISTICS', province } as const;
    throwIfRefused(mayPublish(publisher, right));
    const today = dayInVietnam(new Date());
    return {
      rights: [right],
      province: getLatestProvince(province, today).id,
      scope: { province },
      confidential: null,
      check: (writer, problems) => checkDossiers(writer, { province, today }, problems),
      store: storeStagedDossiers,
    };
  },
};

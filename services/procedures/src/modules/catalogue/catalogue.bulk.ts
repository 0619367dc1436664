import { isIsoDate } from '@lientinh/contracts';
import { getProvince } from '@lientinh/datasets';
import { invalidRequest } from '@lientinh/errors';
import { mayPublish, throwIfRefused } from '@lientinh/identity';
import type { BulkDataset } from '@lientinh/publishing';
import { requiredParameter } from '../vocabulary/required-parameter';
import { CATALOGUE_STAGING } from './catalogue-staging.store';
import { catalogueScope, proceduresDataset } from './catalogue.dataset';

const REQUIRED = ['code', 'name', 'field', 'level', 'online_service', 'one_stop'];

const NAMES: Readonly<Record<string, readonly string[]>> = {
  online_service: ['onlineService', 'online_service'],
  one_stop: ['oneStop', 'one_stop'],
  online_payment: ['onlinePayment', 'online_payment'],
  legal_references: ['legalReferences', 'legal_references'],
  decided_on: ['decidedOn', 'decided_on'],
  published_on: ['publishedOn', 'published_on'],
  shortened: ['shortenedProcedure', 'shortened_procedure'],
};

/** `POST /publish/procedures?province=62&asOf=2024-01-01`: the whole catalogue of a province as of a day, CSV or NDJSON. */
export const proceduresBulk: BulkDataset = {
  name: 'procedures',
  dataset: 'PROCEDURES',
  staging: CATALOGUE_STAGING.name,
  parameters: ['province', 'asOf'],
  columns: CATALOGUE_STAGING.columns.map((column) => ({
    column,
    names: NAMES[column] ?? [column],
    required: REQUIRED.includes(column),
  })),
  open({ publisher, parameters }) {
    const province = requiredParameter(parameters, 'province');
    const asOf = requiredParameter(parameters, 'asOf');
    const right = { dataset: 'PROCEDURES', province } as const;
    throwIfRefused(mayPublish(publisher, right));
    if (!isIsoDate(asOf)) {
      throw invalidRequest({ reason: { vi: 'asOf phải có dạng 2024-05-31', en: 'asOf must look like 2024-05-31' } });
    }
    const catalogue = { province: getProvince(province, asOf).id, asOf };
    return {
      rights: [right],
      province: catalogue.province,
      scope: catalogueScope(catalogue),
      confidential: null,
      check: (writer, problems) => proceduresDataset.check(writer, catalogue, problems),
      store: (writer, place) => proceduresDataset.store(writer, catalogue, place),
    };
  },
};

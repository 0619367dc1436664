/** SQL: the instant at which rows of a data set are read; evaluated once in a statement. */
export const asOf = (dataset: 'PLAN' | 'TASK_PROGRESS'): string => `(select bi.as_of('${dataset}'))`;

/** SQL: the rows of `alias` that were current at that instant. */
export const currentAt = (alias: string, dataset: 'PLAN' | 'TASK_PROGRESS'): string =>
  `${alias}.recorded_from <= ${asOf(dataset)} and ${alias}.recorded_to > ${asOf(dataset)}`;

/** SQL: id of the publication at a place of the ledger of PLAN. */
export const planPublicationId = (alias: string): string => `('plan-' || ${alias}.publication) collate "C"`;

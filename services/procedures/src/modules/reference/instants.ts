/** Later than every instant that is recorded: asking as of it gives the rows that are current. */
export const LATEST_INSTANT = '9999-12-31T00:00:00Z';

/** SQL: the row of the alias was what the platform knew at the instant in the parameter. */
export const knownAt = (alias: string, parameter: string): string =>
  `${alias}.recorded_from <= ${parameter}::timestamptz and ${alias}.recorded_to > ${parameter}::timestamptz`;

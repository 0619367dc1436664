/** The eight counts of a dossier statistic: column of the database, field of the graph. */
export const COUNTS = [
  ['received', 'received'],
  ['received_online', 'receivedOnline'],
  ['received_postal', 'receivedPostal'],
  ['resolved', 'resolved'],
  ['on_time', 'onTime'],
  ['overdue', 'overdue'],
  ['paid_online', 'paidOnline'],
  ['results_digitised', 'resultsDigitised'],
] as const;

export type CountColumn = (typeof COUNTS)[number][0];
export type CountField = (typeof COUNTS)[number][1];

export const COUNT_COLUMNS = COUNTS.map(([column]) => column);

/** SQL list made of every count's column. */
export const eachCount = (write: (column: CountColumn) => string): string => COUNT_COLUMNS.map(write).join(', ');

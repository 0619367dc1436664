import { createHash } from 'node:crypto';
import { agencyPublications, factPublications, fullFilePublications } from '@lientinh/datasets';

/** One publication that the platform sends to itself, through the public door. */
export interface PlannedPublication {
  /** Client whose rights it needs. */
  readonly client: string;
  readonly mutation: 'publishAgencies' | 'publishScores';
  readonly dataset: 'AGENCIES' | 'SCORES';
  readonly idempotencyKey: string;
  readonly input: object;
  readonly rowCount: number;
}

/** The key names the content, so that a second start sends nothing new and a changed figure is a new publication. */
function planned(
  client: string,
  mutation: PlannedPublication['mutation'],
  dataset: PlannedPublication['dataset'],
  input: object,
  rowCount: number,
): PlannedPublication {
  const digest = createHash('sha256').update(JSON.stringify(input)).digest('hex').slice(0, 24);
  const idempotencyKey = `start-${digest}`;
  return { client, mutation, dataset, idempotencyKey, rowCount, input: { ...input, idempotencyKey } };
}

/** The project's own real facts: the agency directory and the index figures with the page that states each. */
export function ownPublications(): PlannedPublication[] {
  const agencies = agencyPublications().map(({ publisher, province, agencies: rows }) =>
    planned(publisher, 'publishAgencies', 'AGENCIES', { province, agencies: rows }, rows.length),
  );
  const scores = factPublications().map(({ publisher, index, year, status, coverage, source, scores: rows }) =>
    planned(
      publisher,
      'publishScores',
      'SCORES',
      { index, year, status, coverage, source, standing: 'REPORTED', scores: rows },
      rows.length,
    ),
  );
  return [...agencies, ...scores];
}

/** The whole PAPI and PCI files, a publication for each year. */
export function filePublications(folder: string): PlannedPublication[] {
  return [...fullFilePublications(folder)].map(({ publisher, index, year, status, coverage, source, scores }) =>
    planned(
      publisher,
      'publishScores',
      'SCORES',
      { index, year, status, coverage, source, standing: 'OFFICIAL', scores },
      scores.length,
    ),
  );
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { agencyPublications, factPublications, fullFilePublications } from '@lientinh/datasets';
import { LOCAL_CLIENTS } from '@lientinh/identity';
import type { PlatformOptions } from '../options';

/** One publication that the platform sends to itself, through the public door. */
export interface PlannedPublication {
  /** Client whose rights it needs. */
  readonly client: string;
  readonly mutation: 'publishAgencies' | 'publishScores' | 'publishPlan';
  readonly dataset: 'AGENCIES' | 'SCORES' | 'PLAN';
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

/** The plan documents of a folder whose names begin with a province's client (`kon-tum-2019.txt`), read by the platform itself. */
export function planPublications(folder: string): PlannedPublication[] {
  const provinces = LOCAL_CLIENTS.flatMap(({ id, claims }) =>
    'province' in claims ? [{ id, code: claims.province }] : [],
  );
  return readdirSync(folder)
    .filter((file) => file.endsWith('.txt'))
    .sort()
    .flatMap((file) => {
      const publisher = provinces.find(({ id }) => file.startsWith(`${id}-`));
      if (publisher === undefined) return [];
      const input = { province: publisher.code, documentName: file, text: readFileSync(join(folder, file), 'utf8') };
      return [planned(publisher.id, 'publishPlan', 'PLAN', input, 1)];
    });
}

/** Everything that a start sends, by what the person waiting for it is told. */
export function publicationsToSend(
  options: PlatformOptions,
): readonly { readonly name: string; readonly publications: readonly PlannedPublication[] }[] {
  const { publishedData, planDocuments } = options;
  return [
    { name: 'own facts', publications: ownPublications() },
    ...(publishedData === null ? [] : [{ name: 'whole files', publications: filePublications(publishedData) }]),
    ...(planDocuments === null ? [] : [{ name: 'plans', publications: planPublications(planDocuments) }]),
  ];
}

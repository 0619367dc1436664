import { DATASETS, type Dataset } from '@lientinh/contracts';

/** The subgraphs that can be published to, and where they listen unless the environment says otherwise. */
export const DEFAULT_SUBGRAPH_URLS = {
  agencies: 'http://127.0.0.1:4001',
  indicators: 'http://127.0.0.1:4002',
  plans: 'http://127.0.0.1:4003',
  procedures: 'http://127.0.0.1:4004',
  publications: 'http://127.0.0.1:4005',
} as const;

/** Name of a subgraph as it stands in the supergraph. */
export type SubgraphName = string;

/** Each data set has one owner: the subgraph that holds its rows and its ledger. */
export const DATASET_OWNERS: Readonly<Record<Dataset, keyof typeof DEFAULT_SUBGRAPH_URLS>> = {
  AGENCIES: 'agencies',
  SCORES: 'indicators',
  PLAN: 'plans',
  TASK_PROGRESS: 'plans',
  PROCEDURES: 'procedures',
  DOSSIER_STATISTICS: 'procedures',
};

/** `TASK_PROGRESS` is `task-progress` in an address. */
export function datasetSlug(dataset: Dataset): string {
  return dataset.toLowerCase().replaceAll('_', '-');
}

const BY_SLUG: ReadonlyMap<string, Dataset> = new Map(DATASETS.map((dataset) => [datasetSlug(dataset), dataset]));

/** The data set that a part of an address or a parameter names, by slug or by name; undefined when there is none. */
export function findDataset(text: string): Dataset | undefined {
  return BY_SLUG.get(text.toLowerCase().replaceAll('_', '-'));
}

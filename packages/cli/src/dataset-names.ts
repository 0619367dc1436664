import { DATASETS, type Dataset } from '@lientinh/contracts';
import { datasetUnknown } from './cli.errors';

/** `TASK_PROGRESS` is `task-progress` on the command line and in addresses. */
export function datasetSlug(dataset: Dataset): string {
  return dataset.toLowerCase().replaceAll('_', '-');
}

/** The slugs of all data sets. */
export const DATASET_SLUGS: readonly string[] = DATASETS.map(datasetSlug);

/** The data set of a slug; CLI_DATASET_UNKNOWN when there is none. */
export function readDataset(slug: string): Dataset {
  const dataset = DATASETS.find((candidate) => datasetSlug(candidate) === slug);
  if (dataset === undefined) throw datasetUnknown({ name: slug, known: DATASET_SLUGS.join(', ') });
  return dataset;
}

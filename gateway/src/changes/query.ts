import { DATASETS, type Dataset } from '@lientinh/contracts';
import { invalidRequest } from '@lientinh/errors';
import { findDataset } from '../subgraphs/owners';
import { parseCursor, type ChangeCursor } from './cursor';

/** What a reader of the change feed asks for. */
export interface ChangeQuery {
  readonly after: ChangeCursor;
  /** In a fixed order, each once. */
  readonly datasets: readonly Dataset[];
}

/**
 * Reads `after` (a cursor; the `Last-Event-ID` of a resumed connection wins over it) and `dataset` (names or slugs, separated by commas
 * or repeated; all when absent). INVALID_REQUEST for anything else.
 */
export function readChangeQuery(parameters: Readonly<Record<string, unknown>>, lastEventId?: string): ChangeQuery {
  return { after: readAfter(lastEventId ?? parameters['after']), datasets: readDatasets(parameters['dataset']) };
}

function readAfter(value: unknown): ChangeCursor {
  if (value === undefined) return {};
  const cursor = typeof value === 'string' ? parseCursor(value) : undefined;
  if (cursor === undefined) {
    throw invalidRequest({
      reason: { vi: '`after` không phải con trỏ của nguồn thay đổi', en: '`after` is no cursor of the change feed' },
    });
  }
  return cursor;
}

function readDatasets(value: unknown): readonly Dataset[] {
  if (value === undefined) return DATASETS;
  const asked = new Set(
    [value]
      .flat()
      .flatMap((part) => (typeof part === 'string' ? part.split(',') : ['']))
      .map(readDataset),
  );
  return DATASETS.filter((dataset) => asked.has(dataset));
}

function readDataset(text: string): Dataset {
  const dataset = findDataset(text.trim());
  if (dataset !== undefined) return dataset;
  const name = text.slice(0, 40);
  throw invalidRequest({ reason: { vi: `không có tập dữ liệu "${name}"`, en: `there is no data set "${name}"` } });
}

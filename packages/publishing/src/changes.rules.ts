import { DATASETS, type Dataset } from '@lientinh/contracts';
import { invalidRequest } from '@lientinh/errors';

/** What a follower asks of a ledger. */
export interface ChangesQuery {
  readonly dataset: Dataset;
  /** Entries after this sequence; 0 is the very beginning. */
  readonly after: number;
  /** How long an answer without entries may wait for the first one; 0 answers at once. */
  readonly waitSeconds: number;
}

const LONGEST_WAIT_SECONDS = 60;

/**
 * Reads `dataset` (may be left out where there is one only), `after` (`Last-Event-ID` of a resumed event stream wins over it) and
 * `wait` (seconds, 60 at most). INVALID_REQUEST for anything else.
 */
export function readChangesQuery(
  parameters: unknown,
  lastEventId: string | string[] | undefined,
  datasets: readonly Dataset[],
): ChangesQuery {
  const { dataset, after, wait } = parameters as Readonly<Record<string, unknown>>;
  return {
    dataset: chooseDataset(dataset, datasets),
    after: whole(lastEventId ?? after, 'after'),
    waitSeconds: Math.min(whole(wait, 'wait'), LONGEST_WAIT_SECONDS),
  };
}

function whole(value: unknown, name: string): number {
  if (value === undefined) return 0;
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : NaN;
  if (!Number.isNaN(number)) return number;
  throw invalidRequest({
    reason: { vi: `${name} phải là số nguyên không âm`, en: `${name} must be a whole number, 0 or more` },
  });
}

function chooseDataset(name: unknown, datasets: readonly Dataset[]): Dataset {
  const dataset = name === undefined && datasets.length === 1 ? datasets[0] : DATASETS.find((known) => known === name);
  if (dataset !== undefined && datasets.includes(dataset)) return dataset;
  const known = datasets.join(', ');
  throw invalidRequest({ reason: { vi: `dataset phải là một trong ${known}`, en: `dataset must be one of ${known}` } });
}

import type { Readable } from 'node:stream';
import type { BiOwner } from '@lientinh/bi';
import type { BiSource, LedgerPosition, ReadSettings, RowBatches } from './source';
import type { PrintedStatement } from './statement';

/** What a statement is for. */
export type StatementPurpose = 'rows' | 'csv' | 'value' | 'positions';
/** How it ended: all was read, it failed, or nobody waited any more. */
export type StatementOutcome = 'complete' | 'failed' | 'stopped';

/** Who is told of statements. */
export interface SourceMeter {
  /** `seconds`: from asking for a connection to the last row. */
  statementEnded(owner: BiOwner, purpose: StatementPurpose, outcome: StatementOutcome, seconds: number): void;
  rowsRead(owner: BiOwner, count: number): void;
}

/** Stops a clock; only the first call counts. */
type Clock = (outcome: StatementOutcome) => void;

/** A source that tells a meter how long its statements take and how many rows they give. */
export class MeasuredSource implements BiSource {
  constructor(
    private readonly source: BiSource,
    private readonly meter: SourceMeter,
  ) {}

  ping(owner: BiOwner): Promise<void> {
    return this.source.ping(owner);
  }

  positions(owner: BiOwner): Promise<readonly LedgerPosition[]> {
    return whole(this.#start(owner, 'positions'), undefined, () => this.source.positions(owner));
  }

  value(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<string | null> {
    const clock = this.#start(owner, 'value');
    return whole(clock, settings.signal, () => this.source.value(owner, statement, settings));
  }

  async rows(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<RowBatches> {
    const clock = this.#start(owner, 'rows');
    const begin = (): Promise<RowBatches> => this.source.rows(owner, statement, settings);
    const batches = await begun(clock, settings.signal, begin);
    const count = (rows: number): void => this.meter.rowsRead(owner, rows);
    return measuredRows(batches[Symbol.asyncIterator](), { clock, count, signal: settings.signal });
  }

  async csv(owner: BiOwner, statement: PrintedStatement, settings: ReadSettings): Promise<Readable> {
    const clock = this.#start(owner, 'csv');
    const stream = await begun(clock, settings.signal, () => this.source.csv(owner, statement, settings));
    stream.once('end', () => clock('complete'));
    stream.once('error', () => clock(failure(settings.signal)));
    stream.once('close', () => clock('stopped'));
    return stream;
  }

  close(): Promise<void> {
    return this.source.close();
  }

  #start(owner: BiOwner, purpose: StatementPurpose): Clock {
    const startedMs = performance.now();
    let running = true;
    return (outcome) => {
      if (running) this.meter.statementEnded(owner, purpose, outcome, (performance.now() - startedMs) / 1000);
      running = false;
    };
  }
}

const failure = (signal: AbortSignal | undefined): StatementOutcome =>
  signal?.aborted === true ? 'stopped' : 'failed';

/** The clock goes on behind what has begun, and stops when it cannot. */
async function begun<Result>(
  clock: Clock,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    clock(failure(signal));
    throw error;
  }
}

async function whole<Result>(
  clock: Clock,
  signal: AbortSignal | undefined,
  work: () => Promise<Result>,
): Promise<Result> {
  const result = await begun(clock, signal, work);
  clock('complete');
  return result;
}

interface Measuring {
  readonly clock: Clock;
  readonly count: (rows: number) => void;
  readonly signal: AbortSignal | undefined;
}
type Batch = readonly (readonly (string | null)[])[];

function measuredRows(source: AsyncIterator<Batch, unknown>, measuring: Measuring): AsyncIterableIterator<Batch> {
  const { clock, count, signal } = measuring;
  const batches: AsyncIterableIterator<Batch> = {
    next: async () => {
      const result = await begun(clock, signal, () => source.next());
      if (result.done === true) clock('complete');
      else count(result.value.length);
      return result;
    },
    return: async () => {
      clock('stopped');
      await source.return?.();
      return { done: true, value: undefined };
    },
    [Symbol.asyncIterator]: () => batches,
  };
  return batches;
}

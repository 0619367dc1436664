/**
 * Joins several sequences into one: items come as they are ready, the order within each sequence is kept, and each is asked for its next
 * item only after its last one was taken, so that a slow reader slows all of them down. The first failure ends the joined sequence and
 * closes the others.
 */
export async function* joinSequences<T>(sequences: readonly AsyncIterable<T>[]): AsyncGenerator<T, void, undefined> {
  const iterators = sequences.map((sequence) => sequence[Symbol.asyncIterator]());
  const waiting = new Map(iterators.map((iterator, index) => [index, next(iterator, index)]));
  try {
    while (waiting.size > 0) {
      const { index, result } = await Promise.race(waiting.values());
      const iterator = iterators[index];
      if (result.done === true || iterator === undefined) {
        waiting.delete(index);
        continue;
      }
      yield result.value;
      waiting.set(index, next(iterator, index));
    }
  } finally {
    // Not awaited: an iterator that waits for its source ends when the caller aborts that source, which may be after this.
    for (const pending of waiting.values()) pending.catch(() => undefined);
    for (const index of waiting.keys()) iterators[index]?.return?.().catch(() => undefined);
  }
}

async function next<T>(
  iterator: AsyncIterator<T>,
  index: number,
): Promise<{ index: number; result: IteratorResult<T> }> {
  return { index, result: await iterator.next() };
}

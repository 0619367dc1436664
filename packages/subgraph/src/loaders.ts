import DataLoader from 'dataloader';
import type { RequestContext } from './request-context';

/**
 * Declares a loader: all keys that one request asks for in a turn go to `batch` at once. `batch` gives a map; a key without an entry
 * loads as undefined. Keys that are objects are told apart by `keyText`; arguments belong to the key.
 */
export function defineLoader<Key, Value, Services = unknown>(
  name: string,
  batch: (keys: readonly Key[], context: RequestContext<Services>) => Promise<ReadonlyMap<string, Value>>,
  keyText: (key: Key) => string = String,
): (context: RequestContext<Services>) => DataLoader<Key, Value | undefined, string> {
  const perRequest = new WeakMap<object, DataLoader<Key, Value | undefined, string>>();
  return (context) => {
    const known = perRequest.get(context);
    if (known !== undefined) return known;
    const load = async (keys: readonly Key[]): Promise<(Value | undefined)[]> => {
      const values = await batch(keys, context);
      return keys.map((key) => values.get(keyText(key)));
    };
    const loader = new DataLoader<Key, Value | undefined, string>(load, {
      name,
      cacheKeyFn: keyText,
      maxBatchSize: 1_000,
    });
    perRequest.set(context, loader);
    return loader;
  };
}

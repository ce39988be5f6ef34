import DataLoader from 'dataloader';

/** Reads many keys at once; the answers stand in the order of the keys, null where there is none. */
export type BatchRead<Key, Value> = (keys: readonly Key[]) => Promise<ReadonlyArray<Value | null>>;

/** The loaders of one request, made when first asked for, so that equal keys are read once and together. */
export class RequestLoaders {
  private readonly loaders = new Map<unknown, DataLoader<never, never>>();

  /** The request's loader for a batch function; the function itself is the identity of the loader. */
  for<Key, Value>(batchRead: BatchRead<Key, Value>): DataLoader<Key, Value | null, string> {
    const known = this.loaders.get(batchRead);
    if (known) return known as unknown as DataLoader<Key, Value | null, string>;
    const loader = new DataLoader<Key, Value | null, string>(
      (keys) => batchRead(keys) as Promise<Array<Value | null>>,
      {
        cacheKeyFn: (key) => JSON.stringify(key),
      },
    );
    this.loaders.set(batchRead, loader as never);
    return loader;
  }
}

import type { Connection } from 'mongoose';
import type { BatchRead } from './request-loaders';

/**
 * Gives each store one batch function. INVARIANT: the same store always gets the same function, because
 * the function is the identity of a request's loader and equal keys are read together by it.
 */
export function batchPerConnection<Key, Value>(
  make: (connection: Connection) => BatchRead<Key, Value>,
): (connection: Connection) => BatchRead<Key, Value> {
  const known = new WeakMap<Connection, BatchRead<Key, Value>>();
  return (connection) => {
    const batchRead = known.get(connection) ?? make(connection);
    known.set(connection, batchRead);
    return batchRead;
  };
}

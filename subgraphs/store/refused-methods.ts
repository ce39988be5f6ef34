import { unsupported } from './unsupported';

// The driver gives these a cursor or a stream at once, so a refusal cannot wait for a promise.
const SYNCHRONOUS = /^(watch|list|initialize|collection$|db$|withOptions|aggregate|runCursorCommand)/;

/** Gives a stand-in, for each method of the driver's class that it lacks, one that refuses by name. */
export function refuseMissingMethods(own: object, driver: object, kind: string): void {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(driver))) {
    if (typeof value !== 'function' || name in own) continue;
    const refuse = () => unsupported(`${kind}.${name}()`);
    Object.defineProperty(own, name, { value: SYNCHRONOUS.test(name) ? refuse : async () => refuse() });
  }
}

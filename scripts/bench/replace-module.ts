/**
 * Has a module export something else in this process, for what it costs to be measured. INVARIANT: before anything has
 * loaded it, which would go on with what it was.
 */
export function replaceModule(module: string, exports: object): void {
  const file = require.resolve(module);
  if (require.cache[file]) throw new Error(`${module} is loaded already.`);
  setModule(file, exports);
}

/** The same, where what is exported in its place is made of what the module exports. */
export function wrapModule<Exports extends object>(module: string, wrap: (exports: Exports) => Partial<Exports>): void {
  const file = require.resolve(module);
  if (require.cache[file]) throw new Error(`${module} is loaded already.`);
  const exports = require(file) as Exports;
  setModule(file, { ...exports, ...wrap(exports) });
}

function setModule(file: string, exports: object): void {
  require.cache[file] = { id: file, filename: file, loaded: true, exports, children: [], paths: [] } as never;
}

import path from 'node:path';

/** The folder of the contract's package, the same from the sources and from the built files. */
export const schemaDirectory = path.dirname(require.resolve('@pasarela/schema/package.json'));

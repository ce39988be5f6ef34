import path from 'node:path';

const directory = path.dirname(require.resolve('@pasarela/colombia-regularization/package.json'));

/** A file of the domain's `data/` folder, the same from the sources and from the built files. */
export const dataFile = (name: string): string => path.join(directory, 'data', name);

import path from 'node:path';
import { readRightsLaw } from '@pasarela/serve/rights/rights-law';

const directory = path.dirname(require.resolve('@pasarela/usa-smuggling-cases/package.json'));

/** The law by which the United States answer people about themselves in smuggling cases. */
export const usaSmugglingRightsLaw = readRightsLaw(path.join(directory, 'data-subject-rights.yaml'));

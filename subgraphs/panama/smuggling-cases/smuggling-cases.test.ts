import { describeCases } from '@pasarela/serve/testing/smuggling/describe-cases';
import { describeFigures } from '@pasarela/serve/testing/smuggling/describe-figures';
import { describeSeed } from '@pasarela/serve/testing/smuggling/describe-seed';
import { PANAMA_CASES } from './case-mix';
import { panamaSmugglingCases } from './index';

const tested = { definition: panamaSmugglingCases, domain: PANAMA_CASES };

describe('cases', () => describeCases(tested));
describe('figures', () => describeFigures(tested, 'COL'));
describe('seed', () => describeSeed(tested));

import { describeCases } from '@pasarela/serve/testing/smuggling/describe-cases';
import { describeFigures } from '@pasarela/serve/testing/smuggling/describe-figures';
import { describeSeed } from '@pasarela/serve/testing/smuggling/describe-seed';
import { COLOMBIA_CASES } from './case-mix';
import { colombiaSmugglingCases } from './index';

const tested = { definition: colombiaSmugglingCases, domain: COLOMBIA_CASES };

describe('cases', () => describeCases(tested));
describe('figures', () => describeFigures(tested, 'USA'));
describe('seed', () => describeSeed(tested));

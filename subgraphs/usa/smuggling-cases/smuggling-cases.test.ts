import { describeCases } from '@pasarela/serve/testing/smuggling/describe-cases';
import { describeFigures } from '@pasarela/serve/testing/smuggling/describe-figures';
import { describeSeed } from '@pasarela/serve/testing/smuggling/describe-seed';
import { USA_CASES } from './case-mix';
import { usaSmugglingCases } from './index';

const tested = { definition: usaSmugglingCases, domain: USA_CASES };

describe('cases', () => describeCases(tested));
describe('figures', () => describeFigures(tested, 'PAN'));
describe('seed', () => describeSeed(tested));

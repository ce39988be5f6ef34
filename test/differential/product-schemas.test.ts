import { productFederation } from './federation/federations';
import { foundText } from './found-text';
import { runMany } from './run-many';

const federation = productFederation();
const SEED = 2;

it('three engines answer drawn questions to the product’s own schemas alike', async () => {
  const { counts, found } = await runMany({ federation, seed: SEED, from: 0, to: 500 });
  expect(found.map((one) => foundText(one, SEED, federation)).join('\n')).toBe('');
  expect(counts.ASKED).toBeGreaterThan(300);
  expect(counts.SPOILED).toBeGreaterThan(2);
}, 60_000);

import { productFederation } from './federation/federations';
import { foundText } from './found-text';
import { runMany } from './run-many';

const federation = productFederation();
const SEED = 2;

it('three engines answer drawn questions to the product’s own schemas alike', async () => {
  const { counts, found } = await runMany({ federation, seed: SEED, from: 0, to: 400 });
  expect(found.map((one) => foundText(one, SEED, federation)).join('\n')).toBe('');
  expect(counts.ASKED).toBeGreaterThan(250);
  expect(counts.SPOILED).toBeGreaterThan(30);
}, 60_000);

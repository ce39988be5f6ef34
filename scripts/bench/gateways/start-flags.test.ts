import { startFlags } from './start-flags';

it('finds the flags with which the product is started', () => {
  expect(startFlags()).toEqual([expect.stringMatching(/^--max-semi-space-size=\d+$/)]);
});

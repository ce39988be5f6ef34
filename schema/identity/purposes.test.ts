import { heldTogether } from './purposes';

describe('heldTogether', () => {
  it('names the purposes that one token should not hold, once it holds them all', () => {
    expect(heldTogether(['STATISTICS', 'MIGRATION_MANAGEMENT', 'ENFORCEMENT'])).toEqual(['STATISTICS', 'ENFORCEMENT']);
    expect(heldTogether(['STATISTICS', 'MIGRATION_MANAGEMENT'])).toEqual([]);
    expect(heldTogether([])).toEqual([]);
  });
});

import { carriedPurpose, needsCaseReference, PURPOSES, purposeOptions } from './purposes';

describe('purposeOptions', () => {
  test('offers everything while no token says otherwise', () => {
    for (const claims of [null, {}]) {
      expect(purposeOptions(claims)).toEqual(PURPOSES.map((purpose) => ({ purpose, carried: true })));
    }
  });

  test('puts what the token carries first and marks the rest', () => {
    const options = purposeOptions({ purposes: ['AUDIT', 'ENFORCEMENT', 'UNKNOWN'] });
    expect(options.filter((each) => each.carried).map((each) => each.purpose)).toEqual(['ENFORCEMENT', 'AUDIT']);
    expect(options).toHaveLength(PURPOSES.length);
    expect(options.findIndex((each) => !each.carried)).toBe(2);
  });
});

describe('carriedPurpose', () => {
  test('keeps the wanted purpose when the token carries it', () => {
    expect(carriedPurpose('AUDIT', { purposes: ['STATISTICS', 'AUDIT'] })).toBe('AUDIT');
  });

  test('moves to the first carried one when it does not', () => {
    expect(carriedPurpose('STATISTICS', { purposes: ['AUDIT', 'ENFORCEMENT'] })).toBe('ENFORCEMENT');
  });

  test('keeps the wanted purpose when the token carries none: the gateway refuses it in words', () => {
    expect(carriedPurpose('STATISTICS', { purposes: [] })).toBe('STATISTICS');
  });
});

test('only enforcement needs a case reference', () => {
  expect(PURPOSES.filter(needsCaseReference)).toEqual(['ENFORCEMENT']);
});

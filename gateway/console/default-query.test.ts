import { parse } from 'graphql';
import { defaultQuery, isDefaultQuery } from './default-query';
import { LANGUAGES } from './languages';

describe.each(LANGUAGES)('the default query in %s', (language) => {
  test('parses', () => {
    expect(parse(defaultQuery(language)).definitions).toHaveLength(1);
  });

  test('is recognised until it is edited', () => {
    expect(isDefaultQuery(defaultQuery(language))).toBe(true);
    expect(isDefaultQuery(`${defaultQuery(language)} `)).toBe(false);
  });
});

import { preferredLanguage } from './languages';

describe('preferredLanguage', () => {
  test.each([
    [['es-PA', 'en'], 'es'],
    [['en-US', 'es'], 'en'],
    [['pt-BR', 'es-CO', 'en'], 'es'],
    [['ES'], 'es'],
    [['fr'], 'en'],
    [[], 'en'],
  ])('%j -> %s', (preferences, language) => {
    expect(preferredLanguage(preferences)).toBe(language);
  });
});

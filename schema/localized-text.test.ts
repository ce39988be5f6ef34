import { localizedTextSchema, preferredLanguage } from './localized-text';

describe('preferredLanguage', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['es', 'es'],
    ['ES-pa', 'es'],
    ['en', 'en'],
    ['fr', 'en'],
    ['fr, es;q=0.5', 'es'],
    ['es;q=0.5, en', 'en'],
    ['en;q=0.2, es-CO;q=0.8', 'es'],
    ['fr;q=1, de', 'en'],
    ['*', 'en'],
    ['es;q=0', 'en'],
    ['es;q=0, fr', 'en'],
    ['est', 'en'],
    [';q=1', 'en'],
    ['es; q=0.9, en;q=0.1', 'es'],
    ['en;q=oops, es', 'es'],
  ])('of "%s" it chooses %s', (header, language) => {
    expect(preferredLanguage(header)).toBe(language);
  });
});

describe('localizedTextSchema', () => {
  it.each([[{ en: 'a' }], [{ en: 'a', es: '' }], [{ en: 'a', es: 'b', fr: 'c' }]])('refuses %j', (text) => {
    expect(localizedTextSchema.safeParse(text).success).toBe(false);
  });

  it('takes a text in every language', () => {
    expect(localizedTextSchema.safeParse({ en: 'a', es: 'b' }).success).toBe(true);
  });
});

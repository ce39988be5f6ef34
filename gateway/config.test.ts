import { readConfig } from './config';

describe('PUBLIC_URL', () => {
  it.each(['https://data.example', 'https://data.example/', 'http://[2001:db8::7]:4000/pasarela'])(
    'takes %s',
    (text) => {
      expect(readConfig({ PUBLIC_URL: text }).publicUrl).toBe(text);
    },
  );

  it('is empty unless it is set: the address listened at', () => {
    expect([readConfig({}).publicUrl, readConfig({ PUBLIC_URL: '' }).publicUrl]).toEqual(['', '']);
  });

  it.each(['data.example', 'ftp://data.example', 'https://', 'https://a:b@data.example', 'https://data.example/?a=b'])(
    'refuses %s, and says what it should be',
    (text) => {
      expect(() => readConfig({ PUBLIC_URL: text })).toThrow(
        'The setting PUBLIC_URL is not usable: it must be an address like https://data.example, without user, query and fragment.',
      );
    },
  );
});

import fc from 'fast-check';
import { proofAddress } from './proof-address';

describe('proofAddress', () => {
  it.each([
    ['https://data.example/graphql', 'https://data.example/graphql'],
    ['HTTPS://Data.Example:443/graphql', 'https://data.example/graphql'],
    ['http://data.example:80/a/../graphql', 'http://data.example/graphql'],
    ['http://data.example:4000', 'http://data.example:4000/'],
    ['http://data.example/graphql?x=1#y', 'http://data.example/graphql'],
    ['http://data.example/%67raphql%2fa', 'http://data.example/graphql%2Fa'],
    ['http://[0:0:0:0:0:0:0:1]:4000/graphql', 'http://[::1]:4000/graphql'],
  ])('%s is compared as %s', (text, compared) => {
    expect(proofAddress(text)).toBe(compared);
  });

  it.each(['', '/graphql', 'data.example/graphql', 'ftp://data.example/', 'http://', 'http://user:word@data.example/'])(
    '%j is no address',
    (text) => {
      expect(proofAddress(text)).toBeUndefined();
    },
  );

  const address = fc.webUrl({ validSchemes: ['http', 'https'], withQueryParameters: true, withFragments: true });

  it('what is compared does not change any more', () => {
    fc.assert(
      fc.property(address, (text) => {
        const once = proofAddress(text);
        expect(once).toBeDefined();
        expect(proofAddress(once as string)).toBe(once);
        expect(once).not.toMatch(/[?#]/);
      }),
    );
  });

  it('query and fragment never count', () => {
    fc.assert(
      fc.property(address, fc.webQueryParameters(), fc.webFragments(), (text, query, fragment) => {
        const bare = text.replace(/[?#].*$/, '');
        expect(proofAddress(`${bare}?${query}#${fragment}`)).toBe(proofAddress(bare));
      }),
    );
  });
});

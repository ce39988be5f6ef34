import { graphqlAddress, listenedAddress } from './public-address';

describe('listenedAddress', () => {
  it.each([
    ['127.0.0.1', 'http://127.0.0.1:4000'],
    ['gateway.example', 'http://gateway.example:4000'],
    ['::1', 'http://[::1]:4000'],
    ['2001:db8::7', 'http://[2001:db8::7]:4000'],
    ['fe80::1%eth0', 'http://[fe80::1]:4000'],
    ['0.0.0.0', 'http://127.0.0.1:4000'],
    ['::', 'http://[::1]:4000'],
  ])('of %s is %s', (host, address) => {
    expect(listenedAddress(host, 4000)).toBe(address);
    expect(URL.canParse(address)).toBe(true);
  });
});

describe('graphqlAddress', () => {
  it.each([
    ['http://[::1]:4000', 'http://[::1]:4000/graphql'],
    ['https://data.example/', 'https://data.example/graphql'],
    ['https://data.example/pasarela', 'https://data.example/pasarela/graphql'],
  ])('under %s is %s', (gateway, address) => {
    expect(graphqlAddress(gateway)).toBe(address);
  });
});

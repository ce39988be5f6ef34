import fc from 'fast-check';
import { networkKind } from './network-kind';
import { type OutboundPolicy, onlyOwn, placeOf } from './outbound-policy';
import { refusalOfAddress } from './refuse-address';

const OWN = 'http://127.0.0.1:4001/graphql';
const policyOf = (...pinned: string[]): OutboundPolicy => ({ ...onlyOwn([OWN]), pinned: new Set(pinned) });
const PINNED = policyOf('data.example.org:443', '169.254.169.254:443', '127.0.0.1:443', '[::1]:443');

describe('refusalOfAddress', () => {
  it.each([
    [OWN, undefined],
    ['https://data.example.org/graphql', undefined],
    ['https://DATA.example.org:443/other', undefined],
    ['data.example.org', 'ADDRESS_UNREADABLE'],
    ['', 'ADDRESS_UNREADABLE'],
    ['file:///etc/passwd', 'ADDRESS_NOT_HTTPS'],
    ['http://data.example.org/graphql', 'ADDRESS_NOT_HTTPS'],
    ['ftp://data.example.org/', 'ADDRESS_NOT_HTTPS'],
    ['https://user@data.example.org/', 'ADDRESS_WITH_CREDENTIALS'],
    ['https://:secret@data.example.org/', 'ADDRESS_WITH_CREDENTIALS'],
    ['https://data.example.org:8443/', 'ADDRESS_NOT_PINNED'],
    ['https://data.example.org.evil.example/', 'ADDRESS_NOT_PINNED'],
    ['http://127.0.0.1:4002/graphql', 'ADDRESS_NOT_HTTPS'],
    ['http://localhost:4001/graphql', 'ADDRESS_NOT_HTTPS'],
    ['https://169.254.169.254/latest', 'ADDRESS_OF_INNER_NETWORK'],
    ['https://2130706433/', 'ADDRESS_OF_INNER_NETWORK'],
    ['https://0x7f.1/', 'ADDRESS_OF_INNER_NETWORK'],
    ['https://0177.0.0.1/', 'ADDRESS_OF_INNER_NETWORK'],
    ['https://127.1/', 'ADDRESS_OF_INNER_NETWORK'],
    ['https://[::1]/', 'ADDRESS_OF_INNER_NETWORK'],
  ])('%s: %s', (address, refusal) => {
    expect(refusalOfAddress(address, PINNED)).toBe(refusal);
  });

  it('lets an inner address pass by its network alone', () => {
    const policy = { ...policyOf('10.20.0.5:443', '10.21.0.5:443'), networks: ['10.20.0.0/16'] };
    expect(refusalOfAddress('https://10.20.0.5/graphql', policy)).toBeUndefined();
    expect(refusalOfAddress('https://10.21.0.5/graphql', policy)).toBe('ADDRESS_OF_INNER_NETWORK');
  });

  it('never lets any spelling of an inner IPv4 address pass, pinned or not', () => {
    const spellings = fc.constantFrom<(ip: number) => string>(
      (ip) => String(ip),
      (ip) => `0x${ip.toString(16)}`,
      (ip) => `0${ip.toString(8)}`,
      (ip) => `${ip >>> 24}.${ip & 0xffffff}`,
      (ip) => `[::ffff:${(ip >>> 16).toString(16)}:${(ip & 0xffff).toString(16)}]`,
    );
    fc.assert(
      fc.property(fc.nat(0xffffffff), spellings, (ip, spell) => {
        const dotted = [24, 16, 8, 0].map((bits) => (ip >>> bits) & 0xff).join('.');
        const address = `https://${spell(ip)}/`;
        const refusal = refusalOfAddress(address, policyOf(placeOf(new URL(address))));
        expect(refusal === undefined).toBe(networkKind(dotted) === 'public');
      }),
    );
  });

  it('never lets an address pass whose place is nowhere allowed', () => {
    fc.assert(
      fc.property(fc.webUrl(), (address) => {
        expect(refusalOfAddress(address, onlyOwn([OWN]))).toBeDefined();
      }),
    );
  });
});

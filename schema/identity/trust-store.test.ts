import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { developmentIssuers, readTrustStore } from './trust-store';

const KEY = { kty: 'OKP', crv: 'Ed25519', x: 'AAAA', kid: 'one' };
const ISSUER = { party: 'PAN', issuer: 'https://issuer.pan.example/', keys: [KEY] };

describe('readTrustStore', () => {
  let directory: string;
  beforeAll(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-trust-'));
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const read = (content: unknown) => {
    const file = path.join(directory, 'issuers.json');
    writeFileSync(file, JSON.stringify(content));
    return readTrustStore(file);
  };

  it('finds an issuer by its name; it is of production unless it says otherwise', () => {
    const trust = read([ISSUER, { ...ISSUER, issuer: 'https://dev.invalid/', development: true }]);
    expect(trust.get(ISSUER.issuer)).toEqual({ ...ISSUER, development: false });
    expect(developmentIssuers(trust)).toEqual(['https://dev.invalid/']);
  });

  it.each([
    ['no list', {}],
    ['a party in small letters', [{ ...ISSUER, party: 'pan' }]],
    ['an issuer that is no address', [{ ...ISSUER, issuer: 'issuer' }]],
    ['no key', [{ ...ISSUER, keys: [] }]],
    ['a private key', [{ ...ISSUER, keys: [{ ...KEY, d: 'AAAA' }] }]],
    ['a symmetric key', [{ ...ISSUER, keys: [{ kty: 'oct', k: 'AAAA', kid: 'one' }] }]],
    ['an unknown setting', [{ ...ISSUER, parties: ['PAN', 'COL'] }]],
  ])('refuses %s and names the file, never a key', (_, content) => {
    expect(() => read(content)).toThrow(path.join(directory, 'issuers.json'));
    expect(() => read(content)).not.toThrow('AAAA');
  });
});

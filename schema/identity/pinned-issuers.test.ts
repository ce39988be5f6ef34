import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { PinnedIssuers } from './pinned-issuers';
import { writeTrustStore } from './trust-store';

const issuerOf = (party: string) => ({
  party,
  issuer: `https://issuer.${party.toLowerCase()}.example/`,
  development: false,
  keys: [{ kty: 'OKP' as const, crv: 'Ed25519' as const, x: 'AAAA', kid: 'one' }],
});
const [PAN, BRA] = [issuerOf('PAN'), issuerOf('BRA')];

describe('PinnedIssuers', () => {
  let directory: string;
  let file: string;
  let issuers: PinnedIssuers;
  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-issuers-'));
    file = path.join(directory, 'issuers.json');
    writeTrustStore(file, new Map([[PAN.issuer, PAN]]));
    issuers = new PinnedIssuers(file);
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('trusts who is pinned later, and not any more who is taken out', async () => {
    expect([issuers.get(PAN.issuer), issuers.get(BRA.issuer)]).toEqual([PAN, undefined]);
    writeTrustStore(file, new Map([[BRA.issuer, BRA]]));
    expect([issuers.get(PAN.issuer), issuers.get(BRA.issuer)]).toEqual([undefined, BRA]);
  });

  it.each(['', '[', '[{}]'])('goes on with whom it trusted when the file holds %j', (text) => {
    writeFileSync(file, text);
    expect([issuers.get(PAN.issuer), issuers.get(BRA.issuer)]).toEqual([PAN, undefined]);
  });

  it('goes on with whom it trusted when the file is gone, and reads it when it is back', async () => {
    rmSync(file);
    expect(issuers.get(PAN.issuer)).toEqual(PAN);
    writeTrustStore(file, new Map([[BRA.issuer, BRA]]));
    expect([issuers.get(PAN.issuer), issuers.get(BRA.issuer)]).toEqual([undefined, BRA]);
  });

  it('cannot be opened without a file that can be used', () => {
    rmSync(file);
    expect(() => new PinnedIssuers(file)).toThrow(file);
  });
});

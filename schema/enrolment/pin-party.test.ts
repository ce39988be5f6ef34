import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keyFiles } from '../identity/key-files';
import { writePinnedOutbound } from '../outbound/outbound-file';
import { writeHeldBundle } from '../rule-bundles/held-bundle-file';
import { holdBundle } from '../rule-bundles/hold-bundle';
import { writeRootKeys } from '../rule-bundles/root-keys-file';
import { enrolmentOf } from '../testing/enrolments';
import {
  BUNDLE_INSTANT,
  nothingHeld,
  partOf,
  partyOf,
  rootKeysOf,
  signedPart,
  type TestParty,
} from '../testing/rule-parties';
import { admissionOf } from './admission';
import type { Enrolment } from './enrolment';
import { pinParty, readPinnedParties } from './pin-party';

const [BRA, COL, PAN, USA] = [partyOf('BRA'), partyOf('COL'), partyOf('PAN'), partyOf('USA')];

describe('an operator pins a party', () => {
  let directory: string;
  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-pins-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  const admit = async (enrolment: Enrolment) =>
    pinParty(directory, admissionOf(enrolment, readPinnedParties(directory)), BUNDLE_INSTANT);
  const trusted = () =>
    readdirSync(path.join(directory, 'trust')).map((name) => readFileSync(path.join(directory, 'trust', name), 'utf8'));

  it('beside those that are there; again changes nothing; files are its alone', async () => {
    await admit(await enrolmentOf(PAN));
    await admit(await enrolmentOf(BRA));
    const { issuers, rootKeys, outbound } = readPinnedParties(directory);
    expect(rootKeys).toEqual(rootKeysOf(PAN, BRA));
    expect([...issuers.values()].map(({ party }) => party)).toEqual(['PAN', 'BRA']);
    expect(outbound.pinned).toEqual(['data.pan.example:443', 'data.bra.example:443']);
    for (const file of [keyFiles.issuers, keyFiles.rootKeys, keyFiles.outbound])
      expect(statSync(file(directory)).mode & 0o777).toBe(0o600);
    const before = trusted();
    await admit(await enrolmentOf(BRA));
    expect(trusted()).toEqual(before);
  });

  it('and finishes what was cut off between two files', async () => {
    await admit(await enrolmentOf(PAN));
    await admit(await enrolmentOf(BRA));
    const whole = trusted();
    writeRootKeys(keyFiles.rootKeys(directory), rootKeysOf(PAN));
    await admit(await enrolmentOf(BRA));
    expect(trusted()).toEqual(whole);
  });

  it.each<[string, () => Promise<Enrolment>]>([
    ['its code is held under another root key', () => enrolmentOf({ ...partyOf('BRA', 'another'), party: 'PAN' })],
    ['its root key is of another party', () => enrolmentOf({ ...PAN, party: 'BRA' })],
    [
      'its issuer is of another party',
      async () => ({
        ...(await enrolmentOf(BRA)),
        issuer: { ...(await enrolmentOf(BRA)).issuer, issuer: (await enrolmentOf(PAN)).issuer.issuer },
      }),
    ],
    [
      "its issuer's key is of another issuer",
      async () => ({
        ...(await enrolmentOf(BRA)),
        issuer: { ...(await enrolmentOf(PAN)).issuer, issuer: 'https://identity.bra.example/' },
      }),
    ],
    [
      'its party has another issuer already',
      async () => ({
        ...(await enrolmentOf(PAN)),
        issuer: { ...(await enrolmentOf(BRA)).issuer, issuer: 'https://second.pan.example/' },
      }),
    ],
    [
      'its issuer has another key there',
      async () => ({
        ...(await enrolmentOf(PAN)),
        issuer: { ...(await enrolmentOf(PAN)).issuer, keys: (await enrolmentOf(BRA)).issuer.keys },
      }),
    ],
    [
      "its issuer's key is a party's root key",
      async () => ({
        ...(await enrolmentOf(BRA)),
        issuer: { issuer: 'https://identity.bra.example/', keys: [{ ...PAN.key, kid: 'A'.repeat(43) }] },
      }),
    ],
  ])('but not when %s', async (_, enrolment) => {
    await admit(await enrolmentOf(PAN));
    const before = trusted();
    await expect(enrolment().then(admit)).rejects.toMatchObject({ code: 'ENROLMENT_CONFLICT' });
    expect(trusted()).toEqual(before);
  });

  it('but not with a subgraph inside a network, unless the operator allowed that network', async () => {
    const inside = await enrolmentOf(BRA, { subgraphs: [{ name: 'brazil-refuge', url: 'https://10.20.0.5/graphql' }] });
    await expect(admit(inside)).rejects.toMatchObject({ code: 'ADDRESS_OF_INNER_NETWORK' });
    expect(readPinnedParties(directory).rootKeys.size).toBe(0);
    writePinnedOutbound(keyFiles.outbound(directory), { pinned: [], networks: ['10.20.0.0/16'] });
    await admit(inside);
    expect(readPinnedParties(directory).outbound.pinned).toEqual(['10.20.0.5:443']);
  });

  it('but not when the rules of ALL that are held here would count no more', async () => {
    const keys = rootKeysOf(COL, PAN, USA);
    writeRootKeys(keyFiles.rootKeys(directory), keys);
    const hold = async (...signers: TestParty[]) => {
      const bundle = { parts: { ALL: await signedPart(partOf('ALL', 1), ...signers) }, keyChanges: [] };
      const { held } = await holdBundle(nothingHeld(keys), bundle, BUNDLE_INSTANT);
      writeHeldBundle(path.join(keyFiles.heldRules(directory), 'gateway', 'newest'), held);
    };
    await hold(COL, PAN);
    const joins = await enrolmentOf(BRA);
    await expect(admit(joins)).rejects.toMatchObject({ code: 'QUORUM_LOST', details: { needed: 3 } });
    expect(readPinnedParties(directory).rootKeys).toEqual(keys);
    await hold(COL, PAN, USA);
    await admit(joins);
    expect([...readPinnedParties(directory).rootKeys.keys()]).toEqual(['COL', 'PAN', 'USA', 'BRA']);
  });
});

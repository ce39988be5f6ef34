import { createHash } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { generateKeyPair } from 'jose';
import { decide } from '../access/decide';
import { DeciderCache } from '../access/decider';
import { holderOf } from '../access/opening';
import { OutboundClient } from '../outbound/outbound-client';
import { onlyOwn } from '../outbound/outbound-policy';

import { pinnedLabels } from '../rule-bundles/pinned-labels';
import { openingOf } from '../testing/openings';
import { agreementText, FOLDER_LABELS, guardrailText } from '../testing/rule-folder';
import { BUNDLE_INSTANT, partOf, partyOf, rootKeysOf, signedPart } from '../testing/rule-parties';
import { subjectOf } from '../testing/rules';
import { PulledRules } from './pulled-rules';

const [COL, PAN, USA] = [partyOf('COL'), partyOf('PAN'), partyOf('USA')];
const partyText = (code: string, agency: string) =>
  `party: ${code}\nname: { en: ${code}, es: ${code} }\ncontact: an officer\nagencies: [${agency}]\n`;
const GUARDRAILS = guardrailText({ owner: 'ALL', target: 'about: [CHILD]', level: 'ageBand' });

/** A point that pulls from an address where anything can stand. */
describe('PulledRules', () => {
  let server: Server;
  let bundle: object | undefined;
  let directory: string;
  let now: Date;
  const warnings: unknown[] = [];
  const open: PulledRules[] = [];

  beforeEach(async () => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-point-'));
    writeFileSync(path.join(directory, 'root-keys.json'), JSON.stringify([...rootKeysOf(COL, PAN, USA).values()]));
    warnings.length = 0;
    now = BUNDLE_INSTANT;
    server = createServer((request, response) => {
      if (!bundle) return void response.writeHead(503).end();
      const digest = createHash('sha256').update(JSON.stringify(bundle)).digest('hex');
      const etag = `"${digest.slice(0, 32)}"`;
      if (request.headers['if-none-match'] !== etag)
        return void response.writeHead(200, { etag }).end(JSON.stringify(bundle));
      // Nothing newer: the look waits, as it asked to.
      if (request.headers.prefer === 'wait=0') response.writeHead(304, { etag }).end();
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    bundle = await published();
  });
  afterEach(async () => {
    for (const rules of open.splice(0)) rules.close();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    rmSync(directory, { recursive: true });
  });

  const documents = {
    COL: [{ name: 'parties/col.yaml', text: partyText('COL', 'MIGRACION_COLOMBIA') }],
    PAN: (level: string) => [
      { name: 'parties/pan.yaml', text: partyText('PAN', 'SNM') },
      { name: 'agreements/pan.yaml', text: agreementText({ level }) },
    ],
    ALL: [{ name: 'guardrails/all.yaml', text: GUARDRAILS }],
  };
  const labels = (owner: string) => pinnedLabels(FOLDER_LABELS, owner);

  async function published(panama: { number?: number; level?: string; labels?: Record<string, string> } = {}) {
    const { number = 1, level = 'full' } = panama;
    const pan = partOf('PAN', number, { documents: documents.PAN(level), labels: panama.labels ?? labels('PAN') });
    const parts = {
      COL: await signedPart(partOf('COL', 1, { documents: documents.COL, labels: labels('COL') }), COL),
      PAN: await signedPart(pan, PAN),
      ALL: await signedPart(partOf('ALL', 1, { documents: documents.ALL, labels: labels('ALL') }), COL, USA),
    };
    return { parts, keyChanges: [] };
  }

  async function opened(): Promise<PulledRules> {
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/rules`;
    const rules = await PulledRules.open({
      url,
      outbound: new OutboundClient(onlyOwn([url])),
      identity: { point: 'test', key: privateKey },
      rootKeysFile: path.join(directory, 'root-keys.json'),
      directory: path.join(directory, 'held'),
      labels: FOLDER_LABELS,
      now: () => now,
      warn: (details) => warnings.push(details),
    });
    open.push(rules);
    return rules;
  }

  const sexIn = (rules: PulledRules) =>
    decide(rules.current(), subjectOf({ agency: 'MIGRACION_COLOMBIA' }), 'Crossing.sex').level;
  const datasetIn = (rules: PulledRules) => decide(rules.current(), subjectOf({}), 'Crossing.dataset').level;

  it('decides by the openings of the newest bundle, and by none after a restart without one', async () => {
    const opener = { party: 'COL', agency: 'MIGRACION_COLOMBIA', id: 'opener' };
    const text = `${agreementText()}    breakGlass: { hours: 4 }\n`;
    const pan = partOf('PAN', 2, {
      documents: [documents.PAN('full')[0], { name: 'agreements/pan.yaml', text }] as { name: string; text: string }[],
      labels: labels('PAN'),
    });
    const first = await published();
    const signed = { ...first, parts: { ...first.parts, PAN: await signedPart(pan, PAN) } };
    const opening = openingOf({
      agreement: 'PAN-TEST',
      agency: opener.agency,
      holder: holderOf('opening-1', opener),
      openedAt: now.getTime(),
      until: now.getTime() + 3_600_000,
    });
    const shownIn = (rules: PulledRules) => {
      const subject = { ...subjectOf({ agency: opener.agency }), at: now.getTime() };
      const requester = { ...opener, roles: subject.requester.roles };
      return new DeciderCache().for(rules.current(), { ...subject, requester }).decide('Crossing.sex').level;
    };
    bundle = { ...signed, openings: [opening] };
    const rules = await opened();
    expect(shownIn(rules)).toBe('full');
    for (const openings of [undefined, [], 'all', [{ ...opening, until: 'never' }]]) {
      bundle = { ...signed, openings: [opening] };
      await rules.refresh();
      expect(shownIn(rules)).toBe('full');
      bundle = { ...signed, ...(openings && { openings }) };
      await rules.refresh();
      expect(shownIn(rules)).toBe('none');
    }
    bundle = { ...signed, openings: [opening] };
    await rules.refresh();
    bundle = undefined;
    expect(shownIn(await opened())).toBe('none');
  });

  it('puts in force what owners signed, and what is newer as soon as it looks', async () => {
    const rules = await opened();
    expect([sexIn(rules), warnings]).toEqual(['full', []]);
    bundle = await published({ number: 2, level: 'none' });
    await rules.refresh();
    expect(sexIn(rules)).toBe('none');
  });

  it('an older part is refused, over a restart too (threat 55)', async () => {
    const older = bundle;
    bundle = await published({ number: 2, level: 'none' });
    const rules = await opened();
    bundle = older;
    await rules.refresh();
    expect(sexIn(rules)).toBe('none');
    rules.close();
    expect(sexIn(await opened())).toBe('none');
    expect(warnings).toContainEqual(expect.objectContaining({ owner: 'PAN', code: 'OLDER' }));
  });

  it('an invalid rule keeps the last valid part in force, over a restart too', async () => {
    const rules = await opened();
    bundle = await published({ number: 2, level: 'everything' });
    await rules.refresh();
    expect([sexIn(rules), warnings]).toEqual(['full', [expect.objectContaining({ owner: 'PAN' })]]);
    rules.close();
    bundle = undefined;
    expect(sexIn(await opened())).toBe('full');
  });

  it('starts on what it holds when nothing answers, and shows only what is PUBLIC once that is too old', async () => {
    (await opened()).close();
    bundle = undefined;
    now = new Date(BUNDLE_INSTANT.getTime() + 899_000);
    const rules = await opened();
    expect(sexIn(rules)).toBe('full');
    now = new Date(BUNDLE_INSTANT.getTime() + 901_000);
    expect([sexIn(rules), datasetIn(rules)]).toEqual(['none', 'full']);
    const { version } = rules.current();
    bundle = await published();
    await rules.refresh();
    expect([sexIn(rules), rules.current().version]).toEqual(['full', version]);
  });

  it('withholds what its owner pinned under another label, or has not pinned', async () => {
    const other = Object.fromEntries(
      Object.entries(labels('PAN')).filter(([coordinate]) => coordinate !== 'Crossing.sex'),
    );
    bundle = await published({ number: 2, labels: other });
    const rules = await opened();
    const { cap } = decide(rules.current(), subjectOf({ agency: 'MIGRACION_COLOMBIA' }), 'Crossing.sex');
    expect([sexIn(rules), cap?.id]).toEqual(['none', 'LABELS-NOT-AGREED']);
  });

  it('takes the part of a party as soon as its root key is pinned, without a restart', async () => {
    const BRA = partyOf('BRA');
    const part = partOf('BRA', 1, {
      documents: [{ name: 'parties/bra.yaml', text: partyText('BRA', 'PF') }],
      labels: {},
    });
    const all = await published();
    bundle = { ...all, parts: { ...all.parts, BRA: await signedPart(part, BRA) } };
    const rules = await opened();
    expect([Object.keys(rules.current().parties), warnings]).toEqual([
      ['COL', 'PAN'],
      [expect.objectContaining({ owner: 'BRA', code: 'UNKNOWN_OWNER' })],
    ]);
    writeFileSync(path.join(directory, 'root-keys.json'), JSON.stringify([...rootKeysOf(COL, PAN, USA, BRA).values()]));
    await rules.refresh();
    expect(Object.keys(rules.current().parties).sort()).toEqual(['BRA', 'COL', 'PAN']);
  });

  it('a key that is pinned anew for a party that is known counts for nothing without a key change', async () => {
    const rules = await opened();
    const other = rootKeysOf(COL, partyOf('PAN', 'another'), USA);
    writeFileSync(path.join(directory, 'root-keys.json'), JSON.stringify([...other.values()]));
    const pan = partOf('PAN', 2, { documents: documents.PAN('none'), labels: labels('PAN') });
    const all = await published();
    bundle = { ...all, parts: { ...all.parts, PAN: await signedPart(pan, partyOf('PAN', 'another')) } };
    await rules.refresh();
    expect([sexIn(rules), warnings]).toEqual([
      'full',
      [expect.objectContaining({ owner: 'PAN', code: 'BAD_SIGNATURE' })],
    ]);
  });

  it.each([
    ['no bundle', 'nonsense'],
    ['another form', { parts: [] }],
  ])('%s changes nothing', async (_, sent) => {
    const rules = await opened();
    bundle = sent as object;
    await rules.refresh();
    expect(sexIn(rules)).toBe('full');
  });
});

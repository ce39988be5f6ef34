import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mayBeFound } from '@pasarela/joint-identity/may-be-found';
import { syntheticTravellers } from '@pasarela/joint-identity/seed';
import type { SyntheticTraveller } from '@pasarela/joint-identity/synthetic-traveller';
import { writeTd1 } from '@pasarela/joint-identity/testing/write-mrz';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const MINUTE = 60_000;
const CASE = ['--case', 'USA-2026-77'];

/** The same check at a desk without any program but the product's commands. */
describe('a border officer checks a document, by command', () => {
  let federation: OpenFederation;
  let folder: string;
  let ahead = 0;
  const [known] = syntheticTravellers('PAN', 0.005).filter((traveller) => mayBeFound(traveller, 'USA')) as [
    SyntheticTraveller,
  ];
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, now: () => new Date(Date.now() + ahead) });
    folder = mkdtempSync(path.join(tmpdir(), 'pasarela-desk-'));
  });
  afterAll(async () => {
    await federation.close();
    rmSync(folder, { recursive: true });
  });

  const command = (program: string, as: string, ...words: string[]) =>
    runCommand(`${program}/main.js`, [...words, '--as', as, '--url', `${federation.gateway.url}/graphql`], {
      DATA_DIR: federation.dataDirectory,
      LANG: 'en_US.UTF-8',
    });
  const identity = (as: string, ...words: string[]) => command('identity', as, ...words);
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };

  let hit = '';
  it('sends tokens and prints nothing of what was read', async () => {
    const document = file('document.txt', `${writeTd1(known).join('\n')}\n`);
    const { code, output } = await identity('border.usa', 'check', '--document', document, '--asked', 'PAN', ...CASE);
    expect([code, output]).toEqual([0, expect.stringMatching(/^TD1\. The check digits fit\. That is no proof/)]);
    for (const value of [known.documentNumber, known.givenNames, 'SYNTHETIC']) expect(output).not.toContain(value);
    const ticket = /reply ([0-9a-f]{24})/.exec(output)?.[1] ?? '';
    expect((await identity('border.usa', 'reply', ticket)).output).toMatch(/^QUEUED/);
    ahead += 11 * MINUTE;
    const reply = await identity('border.usa', 'reply', ticket);
    expect(reply.output).toMatch(/^IS_HIT [0-9a-f]{24}\n$/);
    hit = reply.output.slice(7).trim();
  });

  it('is in the inbox of both parties, that of rules too, which does not say of whom', async () => {
    expect((await identity('administrator.usa', 'inbox')).output).toContain(`${hit} ASKING WAITS_FOR_YOU (PAN`);
    const asked = await identity('administrator.pan', 'inbox', '--lang', 'es');
    expect(asked.output).toContain('Busque a la persona por su referencia');
    const rules = await command('rules', 'administrator.pan', 'inbox');
    expect(rules.output).toContain('IDENTITY_HIT (USA)');
    const reference = /^ {2}([\w-]{24})$/m.exec(asked.output)?.[1] as string;
    expect(reference).toBeDefined();
    expect(rules.output).not.toContain(reference);
    expect((await identity('administrator.col', 'inbox')).output).toBe('No hit waits.\n');
  });

  it('gives the fields that are named, once both approved', async () => {
    const fields = ['--fields', 'documentStatus,birthDate', ...CASE];
    expect((await identity('border.usa', 'details', hit, ...fields)).output).toMatch(/^Nothing is given/);
    const { nationality, issuingState, birthDate } = known;
    const given = { documentType: 'I', issuingState, documentStatus: 'VALID', nationality, birthDate };
    const facts = {
      claimedNationalities: [],
      habitualResidence: nationality,
      minor: false,
      victim: false,
      claimant: false,
    };
    const details = file('details.json', JSON.stringify({ ...given, ...facts }));
    const approve = ['approve', hit, '--hit-version', '1'];
    expect((await identity('administrator.pan', ...approve, '--details', details)).output).toBe('WAITS_FOR_PARTNER\n');
    expect((await identity('administrator.usa', ...approve)).output).toBe('APPROVED\n');
    expect((await identity('border.usa', 'details', hit, ...fields)).output).toMatch(
      /^documentStatus: VALID\nbirthDate: (18-59|60\+)\n$/,
    );
  });

  it('says what is wrong in one line, and repeats nothing of a document', async () => {
    const broken = file('broken.txt', 'P<UTOERIKSSON<<ANNA\nL898902C36\n');
    const { code, output } = await identity('border.usa', 'check', '--document', broken, '--asked', 'PAN', ...CASE);
    expect(code).toBe(1);
    expect(output).not.toMatch(/ERIKSSON|L898902C36/);
    expect((await identity('border.usa', 'reply', 'f'.repeat(24))).output).toBe(
      'There is no such check of your party.\n',
    );
    expect((await identity('analyst.usa', 'inbox')).output).toMatch(/^Hits are for the administrators/);
  });
});

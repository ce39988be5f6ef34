import { readFileSync } from 'node:fs';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import { RuleAdministration } from '../../federation/rule-administration';
import type { Attack, Stage } from '../attack';
import { startDishonestHost } from '../dishonest-host';

const FIELD = 'CrossingRecord.sex';

type Parts = Readonly<Record<string, Signed>>;

async function partsOf(stage: Stage): Promise<Parts> {
  const { body } = await new RuleAdministration(stage).ask('administrator.pan', '{ ruleOwners { code signed } }');
  const owners: Array<{ code: string; signed: string }> = body.data.ruleOwners;
  return Object.fromEntries(owners.map(({ code, signed }) => [code, JSON.parse(signed)]));
}

/** Panama's next part, in which Colombia does not get the field any more. */
async function withoutField({ PAN, ...others }: Parts, { dataDirectory }: Stage): Promise<Parts> {
  const { number, documents, ...rest } = contentOf(PAN as Signed) as OwnerPart;
  const texts = documents.map(({ name, text }) => ({ name, text: text.replace('nationality, sex,', 'nationality,') }));
  const next = JSON.stringify({ ...rest, number: number + 1, documents: texts });
  const key = JSON.parse(readFileSync(keyFiles.developmentRoot(dataDirectory, 'PAN'), 'utf8'));
  return { ...others, PAN: await signContent(next, 'pasarela-rules+jws', key) };
}

/** Panama took the field away; whoever hosts the rules brings the day before back. */
async function rollBack(stage: Stage): Promise<void> {
  const before = await partsOf(stage);
  const after = await withoutField(before, stage);
  const host = await startDishonestHost(stage, before);
  try {
    expect(await host.host(before, FIELD)).toBe('full');
    expect(await host.host(after, FIELD)).toBe('none');
    expect(await host.host(before, FIELD)).toBe('none');
    expect(await host.host({ ALL: before.ALL as Signed }, FIELD)).toBe('none');
  } finally {
    await host.close();
  }
}

/** Whoever hosts the rules writes some, with a signature under them that Panama's key did not make. */
async function forge(stage: Stage): Promise<void> {
  const before = await partsOf(stage);
  const after = await withoutField(before, stage);
  const host = await startDishonestHost(stage, after);
  try {
    expect(await host.host(after, FIELD)).toBe('none');
    const { number, ...rest } = contentOf(before.PAN as Signed) as OwnerPart;
    const payload = Buffer.from(JSON.stringify({ ...rest, number: number + 2 })).toString('base64url');
    const signatures = (before.PAN as Signed).signatures;
    expect(await host.host({ ...after, PAN: { payload, signatures } }, FIELD)).toBe('none');
    const asColombia = JSON.parse(readFileSync(keyFiles.developmentRoot(stage.dataDirectory, 'COL'), 'utf8'));
    const foreign = await signContent(
      JSON.stringify({ ...rest, number: number + 3 }),
      'pasarela-rules+jws',
      asColombia,
    );
    expect(await host.host({ ...after, PAN: foreign }, FIELD)).toBe('none');
  } finally {
    await host.close();
  }
}

/** The attacks of threat 55. */
export const attacks: readonly Attack[] = [
  {
    number: 55,
    title: 'an older rule set does not come back, whoever hosts the rules',
    on: 'governed',
    guards: ['rulesNewer'],
    run: rollBack,
  },
  {
    number: 55,
    title: 'rules that their owner did not sign are not put in force',
    on: 'governed',
    guards: ['rulesSigned'],
    run: forge,
  },
];

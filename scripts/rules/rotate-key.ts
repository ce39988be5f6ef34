import { existsSync, renameSync, statSync } from 'node:fs';
import { readConfig } from '@pasarela/gateway/config';
import { keyFiles, readKeyFile } from '@pasarela/schema/identity/key-files';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import { KEY_CHANGE_FORMAT, type KeyChange, keyChange } from '@pasarela/schema/rule-bundles/key-change';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { thumbprintOf } from '@pasarela/schema/rule-bundles/root-keys';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed, textOf } from '@pasarela/schema/rule-bundles/signed';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { ask } from './administration';
import type { RuleFlags } from './options';

const CHANGE = '{ party number thumbprint inForce signedBy content }';

/**
 * Gives one's own party another root key, signed by the old one, and signs its rules with it. The new key is on
 * the disk before anything is handed in: nothing that counts is ever held by nobody.
 */
export async function rotateKey(flags: RuleFlags): Promise<string> {
  const party = partyOf(flags);
  const files = keyFilesOf(party, flags);
  const newKey = existsSync(files.next) ? readKeyFile(files.next) : await makeKey(files.next);
  const { rootKeys } = await ask(flags, '{ rootKeys { party number thumbprint } }', {});
  const pinned: ToldKey | undefined = rootKeys.find((one: ToldKey) => one.party === party);
  // A rotation that was cut off after the key came into force ends here.
  const done = pinned?.thumbprint === (await thumbprintOf(newKey));
  const told = done ? 'The new key is in force.\n' : await handInNewKey({ party, newKey, pinned }, files.old, flags);
  if (flags.lost && !done) return told;
  if (files.replaces) renameSync(files.next, files.old);
  const kept = files.replaces ? files.old : files.next;
  return `${told}The new key is in ${kept}. Keep the old one until every point is confirmed, then destroy it.\n`;
}

interface ToldKey {
  readonly party: string;
  readonly number: number;
  readonly thumbprint: string;
}

interface NewKey {
  readonly party: string;
  readonly newKey: JWK;
  readonly pinned: ToldKey | undefined;
}

/** Where the old key and the next one stand. A developer's machine has one place for both. */
function keyFilesOf(party: string, { key, newKey }: RuleFlags) {
  const old = key ?? keyFiles.developmentRoot(readConfig().dataDirectory, party);
  return { old, next: newKey ?? `${old}.next`, replaces: key === undefined && newKey === undefined };
}

async function handInNewKey({ party, newKey, pinned }: NewKey, oldFile: string, flags: RuleFlags): Promise<string> {
  const change: KeyChange = {
    format: KEY_CHANGE_FORMAT,
    party,
    number: (pinned?.number ?? 0) + 1,
    key: publicPart(newKey),
    replaces: pinned?.thumbprint ?? null,
    // The same text each time: signatures of several parties are of one change.
    issuedAt: statSync(keyFilesOf(party, flags).next).mtime.toISOString(),
    development: flags.key === undefined,
  };
  // Without the old key it is signed by the new one: that counts for nothing, and others can sign it too.
  const signer = flags.lost ? newKey : readKeyFile(oldFile);
  const signed = await signContent(JSON.stringify(change), 'pasarela-root-key+jws', signer);
  const texts = await textsToSign(party, flags);
  const resigned = await Promise.all(texts.map((text) => signContent(text, 'pasarela-rules+jws', newKey)));
  return handIn(flags, signed, resigned);
}

/**
 * Adds one's own party's signature to another party's change, whose key was lost.
 *
 * INVARIANT: what is signed gives that very key to that very party, whatever whoever hosts the rules says of it.
 */
export async function signKeyChange(flags: RuleFlags): Promise<string> {
  const { rootKeyChanges } = await ask(flags, `{ rootKeyChanges ${CHANGE} }`, {});
  const waiting = (rootKeyChanges as ToldChange[]).filter(({ inForce }) => !inForce);
  for (const { content } of waiting)
    if (await givesKey(content, flags)) {
      const key = readKeyFile(flags.key ?? keyFiles.developmentRoot(readConfig().dataDirectory, partyOf(flags)));
      return handIn(flags, await signContent(content, 'pasarela-root-key+jws', key));
    }
  throw new Error(
    `--party and --thumbprint need those of a waiting change, compared by telephone: ${list(waiting) || 'none waits'}`,
  );
}

/** Whether a change gives the party that is meant the key that its party read out. */
async function givesKey(content: string, { party, thumbprint }: RuleFlags): Promise<boolean> {
  const change = keyChange.safeParse(jsonIn(content));
  return change.success && change.data.party === party && (await thumbprintOf(change.data.key)) === thumbprint;
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

interface ToldChange {
  readonly party: string;
  readonly number: number;
  readonly thumbprint: string;
  readonly inForce: boolean;
  readonly signedBy: readonly string[];
  readonly content: string;
}

const list = (changes: readonly ToldChange[]): string =>
  changes.map(({ party, number, thumbprint }) => `${party} ${number} ${thumbprint}`).join('; ');

async function handIn(flags: RuleFlags, signed: Signed, resigned: readonly Signed[] = []): Promise<string> {
  const query = `mutation ($signed: String!, $resigned: [String!]) { changeRootKey(signed: $signed, resigned: $resigned) ${CHANGE} }`;
  const variables = { signed: JSON.stringify(signed), resigned: resigned.map((one) => JSON.stringify(one)) };
  const { changeRootKey: change } = (await ask(flags, query, variables)) as { changeRootKey: ToldChange };
  const state = change.inForce
    ? 'in force'
    : `waiting for more signatures; it has ${change.signedBy.join(', ') || 'none that counts'}`;
  return `Root key ${change.number} of ${change.party}, ${change.thumbprint}: ${state}.\n`;
}

/** The party's rules as they are, under the next number; and the rules of ALL, byte for byte. */
async function textsToSign(party: string, flags: RuleFlags): Promise<string[]> {
  const { ruleOwners } = await ask(flags, '{ ruleOwners { code signed } }', {});
  const signedOf = (owner: string): Signed[] =>
    ruleOwners.flatMap(({ code, signed }: { code: string; signed: string }) =>
      code === owner ? [JSON.parse(signed)] : [],
    );
  const own = signedOf(party).map((signed) => {
    const part = contentOf(signed) as OwnerPart;
    return JSON.stringify({ ...part, number: part.number + 1, issuedAt: new Date().toISOString() });
  });
  return [...own, ...signedOf(OWNER_ALL).map(({ payload }) => textOf(payload))];
}

function partyOf({ as = '' }: RuleFlags): string {
  const party = as.split('.')[1]?.toUpperCase();
  if (!party) throw new Error('--as needs an administrator, for instance administrator.pan');
  return party;
}

async function makeKey(file: string): Promise<JWK> {
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const key = await exportJWK(privateKey);
  writeDurably(file, `${JSON.stringify(key, null, 2)}\n`);
  return key;
}

const publicPart = ({ kty, crv, x }: JWK): KeyChange['key'] => ({ kty, crv, x }) as KeyChange['key'];

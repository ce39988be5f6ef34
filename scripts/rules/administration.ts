import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { nameOfDocument, readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { readKeyFile } from '@pasarela/schema/identity/key-files';
import { type Credentials, credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { signedWithDevelopmentKeys } from '../development/first-rules';
import { credentialsFor } from '../development/token';
import { changeLine, type ToldChange } from './change-line';
import type { RuleFlags } from './options';
import { requireMeant } from './require-meant';

/** What is asked of a draft. */
export const DRAFT =
  'id owner number state note changeHash payload showsMore { code rule coordinate } changes { coordinates parties roles purposes openings before after change }';

/** A draft as the graph tells it. */
export interface ToldDraft {
  readonly id: string;
  readonly owner: string;
  readonly number: number;
  readonly state: string;
  readonly note: string;
  readonly changeHash: string | null;
  readonly payload: string | null;
  readonly showsMore: ReadonlyArray<{ code: string; rule: string | null; coordinate: string | null }> | null;
  readonly changes: readonly ToldChange[] | null;
}

/** Publishes an owner's files: drafts them, and publishes at once where nobody else has to approve. */
export async function publish(flags: RuleFlags): Promise<string> {
  return publishDraft(flags.draft ? await draftNamed(flags.draft, flags) : await draftFiles(flags), flags);
}

/** Publishes a draft, or says who has to approve it first. */
export async function publishDraft(draft: ToldDraft, flags: RuleFlags): Promise<string> {
  if (draft.state !== 'READY_TO_PUBLISH')
    return `${told(draft)}A second person of ${draft.owner} has to approve it:\n  npm run rules -- approve ${draft.id} --hash ${draft.changeHash} --as ${deputyOf(flags)}\nThen publish it:\n  npm run rules -- publish --draft ${draft.id} --as ${flags.as}\n`;
  const signed = await signedBy(draft, flags);
  const query =
    'mutation ($id: ID!, $signed: String!) { publishRules(id: $id, signed: $signed) { owner number points { name confirmed reachable } } }';
  const { publishRules } = await ask(flags, query, { id: draft.id, signed: JSON.stringify(signed) });
  const lines = publishRules.points.map(
    ({ name, confirmed, reachable }: { name: string; confirmed: boolean; reachable: boolean }) =>
      `  ${confirmed ? 'in force at     ' : reachable ? 'not yet at      ' : 'not reachable:  '}${name}`,
  );
  return `${told(draft)}Rule set ${publishRules.number} of ${publishRules.owner} is published.\n${lines.join('\n')}\n`;
}

/** The draft as its owner signed it: somewhere else, here with a key, or in development with those of this machine. */
async function signedBy({ payload }: ToldDraft, { signed, key }: RuleFlags): Promise<unknown> {
  if (signed) return JSON.parse(readFileSync(signed, 'utf8'));
  if (key) return signContent(payload ?? '', 'pasarela-rules+jws', readKeyFile(key));
  return signedWithDevelopmentKeys(JSON.parse(payload ?? '') as OwnerPart, readConfig().dataDirectory);
}

/** Who could approve: in development the deputy of whoever publishes. */
const deputyOf = ({ as = '' }: RuleFlags): string => (as ? `deputy.${as.split('.')[1]}` : 'ANOTHER');

/** Approves a draft that somebody else wrote. */
export async function approve(id: string, flags: RuleFlags): Promise<string> {
  const draft = await draftNamed(id, flags);
  if (!flags.hash) return `${told(draft)}Approve it as it is: --hash ${draft.changeHash}\n`;
  const query = `mutation ($id: ID!, $hash: String!) { approveRules(id: $id, changeHash: $hash) { ${DRAFT} } }`;
  const { approveRules } = await ask(flags, query, { id, hash: flags.hash });
  return `${told(approveRules)}Approved.\n`;
}

/** Adds a party's signature to a draft that several have to sign: that of what all set together. */
export async function sign(id: string, flags: RuleFlags): Promise<string> {
  const draft = await draftNamed(id, flags);
  const query = `mutation ($id: ID!, $signed: String!) { signRules(id: $id, signed: $signed) { ${DRAFT} } }`;
  const { signRules } = await ask(flags, query, { id, signed: JSON.stringify(await signedBy(draft, flags)) });
  return `${told(signRules)}Signed. It is published with the last signature: npm run rules -- publish --draft ${id}\n`;
}

/** Lists the drafts of one's own rules. */
export async function drafts(flags: RuleFlags): Promise<string> {
  const { ruleDrafts } = await ask(flags, `{ ruleDrafts { ${DRAFT} } }`, {});
  return ruleDrafts.map(told).join('\n') || 'No drafts.\n';
}

/** Writes the rules in force into an empty folder, byte for byte as their owners signed them. */
export async function pull(flags: RuleFlags): Promise<string> {
  const into = flags.into ?? '';
  if (existsSync(into) && readdirSync(into).length > 0) throw new Error(`${into} is not empty.`);
  const { ruleOwners } = await ask(flags, '{ ruleOwners { code number documents { name text } } }', {});
  for (const { documents } of ruleOwners)
    for (const { name, text } of documents) {
      mkdirSync(path.join(into, path.dirname(name)), { recursive: true });
      writeFileSync(path.join(into, name), text);
    }
  return ruleOwners.map(({ code, number }: { code: string; number: number }) => `${code} ${number}\n`).join('');
}

/** Drafts an owner's files. @throws where what came back is anything else. */
export async function draftFiles(flags: RuleFlags): Promise<ToldDraft> {
  if (!flags.owner) throw new Error('--owner needs the party whose files to publish');
  const documents = (documentsByOwner(readRuleFolder(flags.dir)).documents.get(flags.owner) ?? []).map((document) => ({
    name: nameOfDocument(document),
    text: document.text,
  }));
  const { ruleOwners } = await ask(flags, '{ ruleOwners { code number documents { name text } } }', {});
  const now = ruleOwners.find(({ code }: { code: string }) => code === flags.owner);
  if (JSON.stringify(now?.documents) === JSON.stringify(documents))
    throw new Error(`Rule set ${now.number} of ${flags.owner} holds these very files.`);
  const input = {
    owner: flags.owner,
    documents,
    expectedNumber: now?.number ?? 0,
    note: flags.note ?? 'From files',
    clientKey: randomUUID(),
  };
  const query = `mutation ($input: DraftRulesInput!) { draftRules(input: $input) { ${DRAFT} } }`;
  const draft: ToldDraft = (await ask(flags, query, { input })).draftRules;
  requireMeant(draft.payload, flags.owner, documents);
  return draft;
}

/** A draft by its id. */
export async function draftNamed(id: string, flags: RuleFlags): Promise<ToldDraft> {
  const { ruleDraft } = await ask(flags, `query ($id: ID!) { ruleDraft(id: $id) { ${DRAFT} } }`, { id });
  if (!ruleDraft) throw new Error('There is no such draft among those of your party.');
  return ruleDraft;
}

/** A draft and what it would do, as lines. */
export function told({ id, owner, number, state, note, showsMore, changes }: ToldDraft): string {
  const rows = (changes ?? []).map(changeLine);
  const more = (showsMore ?? []).map(
    ({ code, rule, coordinate }) => `  may show more: ${code} ${rule ?? ''} ${coordinate ?? ''}`,
  );
  return `${owner} ${number}: ${state}: ${note} (draft ${id})\n${[...rows, ...more].map((line) => `${line}\n`).join('')}`;
}

/** Asks the graph, for POLICY_ADMINISTRATION unless another purpose is stated. @throws what it refuses, in its words. */
// biome-ignore lint/suspicious/noExplicitAny: each query names the form of its own answer.
export async function ask(flags: RuleFlags, query: string, variables: object): Promise<any> {
  const config = readConfig();
  const { url, address } = flags.url ? { url: flags.url, address: flags.url } : localGateway(config);
  const credentials = await credentialsOf(flags);
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      ...(await credentialHeaders(credentials, { method: 'POST', address }, () => new Date())),
      'x-purpose': flags.purpose ?? 'POLICY_ADMINISTRATION',
      ...(flags.caseReference && { 'x-case-reference': flags.caseReference }),
    },
    body: JSON.stringify({ query, variables }),
    redirect: 'error',
  }).catch(() => {
    throw new Error(`Nothing answers at ${url}. Start it with npm start, or give --url.`);
  });
  const { data, errors } = (await response.json()) as { data?: unknown; errors?: Array<{ message: string }> };
  if (errors?.[0]) throw new Error(errors[0].message);
  return data;
}

/** The persona's, or a token of one's own issuer. @throws one line that says what to give. */
async function credentialsOf({ as, tokenFile }: RuleFlags): Promise<Credentials> {
  if (tokenFile) return { token: readFileSync(tokenFile, 'utf8').trim(), key: undefined };
  if (!as) throw new Error('--as needs an administrator, for instance administrator.pan; or give --token-file');
  return credentialsFor(as, readConfig());
}

import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readConfig } from '@pasarela/gateway/config';
import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { nameOfDocument, readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { readKeyFile } from '@pasarela/schema/identity/key-files';
import type { OwnerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { signedWithDevelopmentKeys } from '../development/first-rules';
import { tokenFor } from '../development/token';
import { changeLine, type ToldChange } from './change-line';
import type { RuleFlags } from './options';

const DRAFT =
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
  const draft = flags.draft ? await draftNamed(flags.draft, flags) : await draftFiles(flags);
  if (draft.state !== 'READY_TO_PUBLISH')
    return `${told(draft)}A second person of ${draft.owner} has to approve it:\n  npm run rules -- approve ${draft.id} --hash ${draft.changeHash} --as deputy.${draft.owner.toLowerCase()}\nThen publish it:\n  npm run rules -- publish --draft ${draft.id} --as ${flags.as}\n`;
  const part = JSON.parse(draft.payload ?? '') as OwnerPart;
  const signed = flags.key
    ? await signContent(draft.payload ?? '', 'pasarela-rules+jws', readKeyFile(flags.key))
    : await signedWithDevelopmentKeys(part, readConfig().dataDirectory);
  const query =
    'mutation ($id: ID!, $signed: String!) { publishRules(id: $id, signed: $signed) { owner number points { name confirmed reachable } } }';
  const { publishRules } = await ask(flags, query, { id: draft.id, signed: JSON.stringify(signed) });
  const lines = publishRules.points.map(
    ({ name, confirmed, reachable }: { name: string; confirmed: boolean; reachable: boolean }) =>
      `  ${confirmed ? 'in force at     ' : reachable ? 'not yet at      ' : 'not reachable:  '}${name}`,
  );
  return `${told(draft)}Rule set ${publishRules.number} of ${publishRules.owner} is published.\n${lines.join('\n')}\n`;
}

/** Approves a draft that somebody else wrote. */
export async function approve(id: string, flags: RuleFlags): Promise<string> {
  const draft = await draftNamed(id, flags);
  if (!flags.hash) return `${told(draft)}Approve it as it is: --hash ${draft.changeHash}\n`;
  const query = `mutation ($id: ID!, $hash: String!) { approveRules(id: $id, changeHash: $hash) { ${DRAFT} } }`;
  const { approveRules } = await ask(flags, query, { id, hash: flags.hash });
  return `${told(approveRules)}Approved.\n`;
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

async function draftFiles(flags: RuleFlags): Promise<ToldDraft> {
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
  return (await ask(flags, `mutation ($input: DraftRulesInput!) { draftRules(input: $input) { ${DRAFT} } }`, { input }))
    .draftRules;
}

async function draftNamed(id: string, flags: RuleFlags): Promise<ToldDraft> {
  const { ruleDraft } = await ask(flags, `query ($id: ID!) { ruleDraft(id: $id) { ${DRAFT} } }`, { id });
  if (!ruleDraft) throw new Error('There is no such draft among those of your party.');
  return ruleDraft;
}

function told({ id, owner, number, state, note, showsMore, changes }: ToldDraft): string {
  const rows = (changes ?? []).map(changeLine);
  const more = (showsMore ?? []).map(
    ({ code, rule, coordinate }) => `  may show more: ${code} ${rule ?? ''} ${coordinate ?? ''}`,
  );
  return `${owner} ${number}: ${state}: ${note} (draft ${id})\n${[...rows, ...more].map((line) => `${line}\n`).join('')}`;
}

/** Asks the gateway as a persona, for POLICY_ADMINISTRATION unless another purpose is stated. */
// biome-ignore lint/suspicious/noExplicitAny: each query names the form of its own answer.
export async function ask(flags: RuleFlags, query: string, variables: object): Promise<any> {
  const { as } = flags;
  if (!as) throw new Error('--as needs somebody, for instance administrator.pan');
  const config = readConfig();
  const url = flags.url ?? `http://127.0.0.1:${config.port}/graphql`;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      authorization: `Bearer ${await tokenFor(as, config)}`,
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

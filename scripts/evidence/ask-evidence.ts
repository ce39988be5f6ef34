import { readFileSync } from 'node:fs';
import { readConfig } from '@pasarela/gateway/config';
import { localGateway } from '@pasarela/gateway/public-address';
import { OVERSIGHT_PURPOSES, OVERSIGHT_ROLES } from '@pasarela/schema/evidence/oversight';
import type { Credentials } from '@pasarela/schema/identity/possession/credentials';
import type { Language } from '@pasarela/schema/localized-text';
import { sendQuestion } from '../ask/send-question';
import { PERSONAS } from '../development/personas';
import { credentialsFor } from '../development/token';
import { type EvidenceField, evidenceFieldOf } from './evidence-fields';
import type { EvidenceFlags } from './options';
import { EvidenceFault, say } from './texts';

/** Pages of a list of evidence, one after the other. */
export interface EvidenceList<Row> extends Retained {
  readonly rows: readonly Row[];
  /** The request of the first page. */
  readonly requestId: string;
}

/** A list of a domain's evidence to ask for. */
export interface EvidenceQuestion {
  readonly list: 'disclosures' | 'recipients' | 'totalsByDay' | 'withheld';
  /** What is asked of each row. */
  readonly selection: string;
  /** Conditions, by the names of their arguments. */
  readonly conditions: Readonly<Record<string, string | undefined>>;
}

/** The instant before which answers may be older than retention, and how many leaves are; a joint domain tells no number. */
export interface Retained {
  readonly keptByHashOnly?: number;
  readonly keptSince: string | null;
}

interface Page<Row> {
  readonly edges: ReadonlyArray<{ readonly node: Row }>;
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/** Asks for a whole list, page by page. @throws what the gateway refuses, in its words. */
export async function askEvidence<Row>(question: EvidenceQuestion, flags: EvidenceFlags): Promise<EvidenceList<Row>> {
  const field = evidenceFieldOf(flags.domain);
  const rows: Row[] = [];
  let requestId: string | undefined;
  let retained: Retained = { keptSince: null };
  for (let after: string | null = null, more = true; more; ) {
    const answer = await sendPage(field, question, { flags, after });
    const evidence = answer.data?.[field.name] as (Record<string, Page<Row>> & Retained) | null | undefined;
    const page = evidence?.[question.list];
    if (!evidence || !page) throw new EvidenceFault('notYours', { domain: flags.domain, as: flags.as ?? 'the token' });
    rows.push(...page.edges.map(({ node }) => node));
    retained = retainedOf(evidence);
    requestId ??= answer.disclosure?.requestId ?? '';
    more = page.pageInfo.hasNextPage;
    after = page.pageInfo.endCursor;
  }
  return { rows, requestId: requestId ?? '', ...retained };
}

const retainedOf = ({ keptByHashOnly, keptSince }: Retained): Retained =>
  keptByHashOnly === undefined ? { keptSince } : { keptByHashOnly, keptSince };

async function sendPage(
  { name: field, isJoint }: EvidenceField,
  { list, selection, conditions }: EvidenceQuestion,
  { flags, after }: { readonly flags: EvidenceFlags; readonly after: string | null },
) {
  const given = Object.entries(conditions).filter(([, value]) => value !== undefined);
  const variables = { after, ...Object.fromEntries(given) };
  const declared = ['$after: String', ...given.map(([name]) => `$${name}: ${typeOf(list, name)}`)].join(', ');
  const used = ['first: 100, after: $after', ...given.map(([name]) => `${name}: $${name}`)].join(', ');
  const query = `query (${declared}) { ${field} { ${isJoint ? '' : 'keptByHashOnly '}keptSince ${list}(${used}) { edges { node { ${selection} } } pageInfo { hasNextPage endCursor } } } }`;
  const gateway = flags.url ? { url: flags.url } : localGateway(readConfig());
  const credentials = await credentialsOf(flags);
  const { answer } = await sendQuestion({
    ...gateway,
    credentials,
    query,
    variables,
    language: flags.lang,
    purpose: purposeOf(flags),
  });
  const [problem] = answer.problems;
  if (problem) throw new Error(problem.message);
  return answer;
}

const typeOf = (list: EvidenceQuestion['list'], name: string): string => {
  if (list !== 'recipients') return 'String';
  return name === 'id' ? 'ID!' : 'String!';
};

/** That some of the evidence is older than retention, where it is: then a list is not whole. */
export function retentionRemark({ keptByHashOnly, keptSince }: Retained, language: Language): string[] {
  if (keptSince === null) return [];
  if (keptByHashOnly === undefined) return [say('olderThanRetentionJointly', language, { since: keptSince })];
  return [say('olderThanRetention', language, { since: keptSince, count: keptByHashOnly })];
}

/** The purpose that is stated: the one named, else the first of oversight that the persona holds. */
export function purposeOf({ as, purpose }: Pick<EvidenceFlags, 'as' | 'purpose'>): string {
  const held = PERSONAS.get(as ?? '')?.purposes ?? OVERSIGHT_PURPOSES;
  return purpose ?? OVERSIGHT_PURPOSES.find((one) => held.includes(one)) ?? 'AUDIT';
}

async function credentialsOf({ as, tokenFile }: EvidenceFlags): Promise<Credentials> {
  if (tokenFile) return { token: readFileSync(tokenFile, 'utf8').trim(), key: undefined };
  const persona = PERSONAS.get(as ?? '');
  if (!as || !persona?.roles.some((role) => OVERSIGHT_ROLES.includes(role))) throw new EvidenceFault('noOversight');
  return credentialsFor(as, readConfig());
}

import { languageOf } from '../ask/arguments';
import { requestLines, type ToldRequest } from './access-requests';
import { ask } from './administration';
import { openingLines, type ToldOpening } from './break-glass';
import { changeLine, type ToldChange } from './change-line';
import type { RuleFlags } from './options';

const QUERY = `{ inbox(first: 40) { pageInfo { hasNextPage } edges { node {
  kind whatToDoEn whatToDoEs owner since until agreement
  draft { id number note }
  lost { coordinates parties roles purposes openings before after change }
  questions { own { question { name titleEn titleEs } } others { party questions } }
  accessRequest { id owner coordinate level purpose party agency reason state answerReason draft }
  opening { id owner agreement party agency person purpose caseReference reason until state }
} } } identityInbox { hit side state partner caseReference since until whatToDoEn whatToDoEs } }`;

interface ToldItem {
  readonly kind: string;
  readonly whatToDoEn: string;
  readonly whatToDoEs: string;
  readonly owner: string;
  readonly since: string;
  readonly until: string | null;
  readonly agreement: string | null;
  readonly draft: { readonly id: string; readonly number: number; readonly note: string } | null;
  readonly lost: readonly ToldChange[] | null;
  readonly questions: ToldQuestions | null;
  readonly accessRequest: ToldRequest | null;
  readonly opening: ToldOpening | null;
}

/** The saved questions that an end changes: the party's own by name, others' as numbers. */
interface ToldQuestions {
  readonly own: ReadonlyArray<{ readonly question: { name: string; titleEn: string; titleEs: string } }>;
  readonly others: ReadonlyArray<{ readonly party: string; readonly questions: number }>;
}

/** A hit of an identity check that waits for both parties; of whom it is, is no matter of administration. */
interface ToldHit {
  readonly hit: string;
  readonly side: string;
  readonly state: string;
  readonly partner: string;
  readonly caseReference: string;
  readonly since: string;
  readonly until: string;
  readonly whatToDoEn: string;
  readonly whatToDoEs: string;
}

/** Prints what waits for somebody's party, what ends soonest first, and hits of identity checks behind it. */
export async function inbox(flags: RuleFlags): Promise<string> {
  const { inbox: page, identityInbox } = await ask(flags, QUERY, {});
  if (!page) throw new Error('The inbox is for administrators and data-protection officers.');
  const items: ToldItem[] = page.edges.map(({ node }: { node: ToldItem }) => node);
  const more = page.pageInfo.hasNextPage ? 'There is more; answer these first.\n' : '';
  const hits: ToldHit[] = identityInbox ?? [];
  return [...items.map(itemText), ...hits.map(hitText)].join('\n') + more || 'Nothing waits.\n';
}

function itemText(item: ToldItem): string {
  const { kind, owner, since, until, draft, agreement, lost, accessRequest, opening } = item;
  const what = languageOf(process.argv) === 'es' ? item.whatToDoEs : item.whatToDoEn;
  const lines = [
    `${kind} (${owner}) since ${dayOf(since)}${until ? ` until ${dayOf(until)}` : ''}`,
    ...(draft ? [`  draft ${draft.id}: ${draft.note}`] : []),
    ...(agreement ? [`  agreement ${agreement}`] : []),
    ...(lost ?? []).map((row) => `  ${changeLine(row)}`),
    ...questionLines(item),
    ...(accessRequest ? [`  ${requestLines(accessRequest).trimEnd()}`] : []),
    ...(opening ? [`  ${openingLines(opening).trimEnd()}`] : []),
    `  -> ${what}`,
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function hitText(item: ToldHit): string {
  const { hit, side, state, partner, caseReference, since, until } = item;
  const what = languageOf(process.argv) === 'es' ? item.whatToDoEs : item.whatToDoEn;
  return [
    `IDENTITY_HIT (${partner}) since ${dayOf(since)} until ${dayOf(until)}`,
    `  ${side} ${state} ${caseReference}: npm run identity -- approve ${hit}`,
    `  -> ${what}`,
  ]
    .map((line) => `${line}\n`)
    .join('');
}

function questionLines({ questions }: ToldItem): string[] {
  const title = languageOf(process.argv) === 'es' ? 'titleEs' : 'titleEn';
  const own = (questions?.own ?? []).map(({ question }) => `  question ${question.name}: ${question[title]}`);
  const others = (questions?.others ?? []).map(({ party, questions: many }) => `  questions of ${party}: ${many}`);
  return [...own, ...others];
}

const dayOf = (instant: string): string => instant.slice(0, 10);

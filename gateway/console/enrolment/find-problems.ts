import type { EnrolmentForm, SaidOfParty } from './enrolment-form';

/** What can be wrong with a field; each has a text in every language. */
export type Problem =
  | 'needed'
  | 'partyCode'
  | 'unprintable'
  | 'tooLong'
  | 'agencyCode'
  | 'named'
  | 'twice'
  | 'address'
  | 'subgraphName'
  | 'innerAddress'
  | 'legalGround';

/** What is wrong with the form, by field; empty where nothing is. */
export type Problems = Partial<Record<keyof EnrolmentForm, Problem>>;

const MAX_TEXT = 200;
const MAX_ADDRESS = 500;
const MAX_ENTRIES = 100;
const NO_PARTIES = ['ALL', 'ANY', 'JOINT'];

/** Looks at what a party says of itself as the command and every operator will. */
export function findProblems(said: SaidOfParty): Problems {
  const found: [keyof EnrolmentForm, Problem | undefined][] = [
    ['party', problemOfCode(said.party)],
    ['nameEn', problemOfText(said.name.en)],
    ['nameEs', problemOfText(said.name.es)],
    ['contact', problemOfText(said.contact)],
    ['agencies', problemOfAgencies(said.agencies)],
    ['issuer', said.issuer === '' ? 'needed' : problemOfAddress(said.issuer)],
    ['subgraphs', problemOfSubgraphs(said.subgraphs)],
  ];
  return Object.fromEntries(found.filter(([, problem]) => problem !== undefined));
}

/** The problems of fields that have not been typed into since they were found. */
export const problemsLeft = (found: Problems, before: EnrolmentForm, now: EnrolmentForm): Problems =>
  Object.fromEntries(
    Object.entries(found).filter(
      ([field]) => before[field as keyof EnrolmentForm] === now[field as keyof EnrolmentForm],
    ),
  );

function problemOfCode(party: string): Problem | undefined {
  if (party === '') return 'needed';
  return /^[A-Z]{3,12}$/.test(party) && !NO_PARTIES.includes(party) ? undefined : 'partyCode';
}

/** What is wrong with a text that people read. */
export function problemOfText(text: string): Problem | undefined {
  if (text === '') return 'needed';
  if (/\p{C}/u.test(text)) return 'unprintable';
  return text.length > MAX_TEXT ? 'tooLong' : undefined;
}

function problemOfAgencies(agencies: SaidOfParty['agencies']): Problem | undefined {
  if (agencies.length === 0) return 'needed';
  if (agencies.some(({ code }) => !/^[A-Z][A-Z0-9_]{0,39}$/.test(code))) return 'agencyCode';
  if (agencies.some(({ name }) => name === '')) return 'named';
  return problemOfList(agencies.map(({ code }) => code)) ?? firstProblem(agencies, ({ name }) => problemOfText(name));
}

function problemOfSubgraphs(subgraphs: SaidOfParty['subgraphs']): Problem | undefined {
  if (subgraphs.some(({ name }) => !/^[a-z][a-z0-9-]{2,60}$/.test(name))) return 'subgraphName';
  return (
    problemOfList(subgraphs.map(({ name }) => name)) ??
    firstProblem(subgraphs, ({ url }) => problemOfAddress(url) ?? problemOfHost(url))
  );
}

function problemOfList(names: readonly string[]): Problem | undefined {
  if (names.length > MAX_ENTRIES) return 'tooLong';
  return new Set(names).size < names.length ? 'twice' : undefined;
}

const firstProblem = <Entry>(entries: readonly Entry[], look: (entry: Entry) => Problem | undefined) =>
  entries.map(look).find((problem) => problem !== undefined);

function problemOfAddress(text: string): Problem | undefined {
  if (text.length > MAX_ADDRESS) return 'tooLong';
  if (!/^[!-~]+$/.test(text) || !URL.canParse(text)) return 'address';
  const { protocol, username, password } = new URL(text);
  return protocol === 'https:' && username === '' && password === '' ? undefined : 'address';
}

/** A subgraph is named, not numbered: an IP address could be of an inner network, and so could this machine's name. */
function problemOfHost(url: string): Problem | undefined {
  const { hostname } = new URL(url);
  return /^\[|^[\d.]+$|^localhost\.?$/.test(hostname) ? 'innerAddress' : undefined;
}

import { firstDifference } from '../gateways/first-difference';
import { TABLE_ASKERS, TABLE_QUESTIONS } from '../table-questions';
import type { Asker } from './gateway-sender';
import type { KnownPermit } from './known-permits';
import { bodyOf, PERMIT_ASKER, PERMIT_FIELDS } from './permit-question';

/** One kind of question, asked again and again, about others in turn. */
export interface SubgraphQuestion {
  readonly what: string;
  readonly asker: Asker;
  /** The bodies of what is sent, in turn. */
  readonly bodies: readonly string[];
  /** Checks the data of an answer to the body at a place. Gives how many entities or rows it has. @throws when it is wrong. */
  check(data: object, at: number): number;
}

const BATCHES = [1, 10, 100, 1_000] as const;
const PAGE = 50;
/** Departments that the list is narrowed to, in turn. */
const DEPARTMENTS = 8;

const ENTITIES = `query($representations:[_Any!]!){_entities(representations:$representations){...on Permit{${PERMIT_FIELDS}}}}`;
const LIST = `query($filter:PermitFilter){permits(first:${PAGE},filter:$filter){edges{cursor node{${PERMIT_FIELDS}}}pageInfo{hasNextPage endCursor}}}`;

/** Every question that is measured, over permits that are known. @param people how many permits there are. */
export const subgraphQuestions = (permits: readonly KnownPermit[], people: number): SubgraphQuestion[] => [
  ...BATCHES.filter((size) => size <= permits.length).map((size) => entityBatch(permits, size)),
  listPage(permits),
  ...TABLE_ASKERS.flatMap(([persona, kind]) =>
    TABLE_QUESTIONS.map(([name, query]) => table({ what: `${name}, ${kind}`, persona, query, people, kind })),
  ),
];

/** Entities by reference, as another owner's answer names them. */
function entityBatch(permits: readonly KnownPermit[], size: number): SubgraphQuestion {
  const batches = Array.from({ length: Math.floor(permits.length / size) }, (_, index) =>
    permits.slice(index * size, (index + 1) * size),
  );
  return {
    what: size === 1 ? '1 entity' : `${size.toLocaleString('en')} entities`,
    asker: PERMIT_ASKER,
    bodies: batches.map((batch) =>
      bodyOf(ENTITIES, { representations: batch.map(({ id }) => ({ __typename: 'Permit', id })) }),
    ),
    check: (data, at) => {
      const { _entities: entities } = data as { _entities: unknown };
      requireEqual(entities, batches[at]);
      return size;
    },
  };
}

/** The first rows of a list that a filter narrows. */
function listPage(permits: readonly KnownPermit[]): SubgraphQuestion {
  const departments = commonest(permits.map(({ department }) => department?.code ?? '')).slice(0, DEPARTMENTS);
  const known = new Map(permits.map((permit) => [permit.id, permit]));
  return {
    what: `list, first ${PAGE} with a filter`,
    asker: PERMIT_ASKER,
    bodies: departments.map((department) => bodyOf(LIST, { filter: { department } })),
    check: (data, at) => {
      const rows = (data as { permits: { edges: Array<{ node: KnownPermit }> } }).permits.edges.map(({ node }) => node);
      if (rows.length !== PAGE) throw new Error(`A page of ${PAGE} has ${rows.length} rows.`);
      if (rows.some(({ department }) => department?.code !== departments[at]))
        throw new Error('A page has rows that its filter leaves out.');
      for (const row of rows) if (known.has(row.id)) requireEqual(row, known.get(row.id));
      return rows.length;
    },
  };
}

interface Table {
  readonly what: string;
  readonly persona: string;
  readonly query: string;
  readonly kind: string;
  readonly people: number;
}

/** A table of counts. Its owner is told exact ones: those of all stages together are all permits. */
function table({ what, persona, query, kind, people }: Table): SubgraphQuestion {
  return {
    what,
    asker: { persona, purpose: 'STATISTICS' },
    bodies: [bodyOf(query)],
    check: (data) => {
      const rows = Object.values(data as Record<string, CountRow[]>).flat();
      if (rows.length === 0) throw new Error(`The table has no rows: ${what}.`);
      const total = rows.reduce((sum, { count }) => sum + (count?.value ?? 0), 0);
      if (kind === 'live' && query.includes('permitStageCounts') && total !== people)
        throw new Error(`The stages together have ${total} permits of ${people}.`);
      return rows.length;
    },
  };
}

interface CountRow {
  readonly count?: { readonly value: number | null } | null;
}

function requireEqual(got: unknown, expected: unknown): void {
  const different = firstDifference(got, expected);
  if (different) throw new Error(`An answer is not what the list says of the same records, first at ${different}.`);
}

/** Distinct texts, the commonest first. */
function commonest(texts: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort(([, one], [, other]) => other - one).map(([text]) => text);
}

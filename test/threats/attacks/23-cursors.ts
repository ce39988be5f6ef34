import type { Purpose } from '@pasarela/schema/identity/purposes';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import type { Attack, Stage } from '../attack';
import { signedToken } from '../forge/token';
import { sameBut } from '../same-but-for';

const QUERY =
  'query ($after: String) { crossingRecords(first: 2, after: $after) { edges { cursor node { id } } pageInfo { endCursor } } }';
const PERMITS = '{ permits(first: 1) { edges { cursor } } }';

/** People who get records, each from the next different in party or purpose. */
const READERS: ReadonlyArray<readonly [as: string, purpose: Purpose]> = [
  ['analyst.pan', 'MIGRATION_MANAGEMENT'],
  ['analyst.col', 'MIGRATION_MANAGEMENT'],
  ['protection.pan', 'PROTECTION'],
  ['protection.pan', 'CHILD_PROTECTION'],
  ['protection.col', 'CHILD_PROTECTION'],
  ['protection.usa', 'CHILD_PROTECTION'],
];

interface Page {
  readonly edges: ReadonlyArray<{ cursor: string; node: { id: string } }>;
  readonly pageInfo: { readonly endCursor: string };
}

/** A token of the stage's own time. */
function tokenOf(stage: Stage, as: string): string {
  const { party, ...claims } = PERSONAS.get(as) as NonNullable<ReturnType<typeof PERSONAS.get>>;
  return signedToken(stage, party, { claims: { ...claims, sub: as } });
}

async function page(stage: Stage, [as, purpose]: (typeof READERS)[number], after: string | null = null) {
  const headers = { authorization: `Bearer ${tokenOf(stage, as)}` };
  const { text, body } = await stage.ask({ purpose, query: QUERY, headers, variables: { after } });
  return { text: sameBut(text), records: body.data?.crossingRecords as Page | null };
}

const FORGED = 'Zm9yZ2Vk'.repeat(5);

/** Expects cursors to be refused in the very words in which a made-up one is. */
async function expectRefused(
  stage: Stage,
  reader: (typeof READERS)[number],
  cursors: readonly string[],
): Promise<void> {
  const forged = await page(stage, reader, FORGED);
  expect(forged.text).toContain('BAD_CURSOR');
  for (const cursor of cursors)
    expect([reader, cursor, await page(stage, reader, cursor)]).toEqual([reader, cursor, forged]);
}

async function useCursorsOfOthers(stage: Stage): Promise<void> {
  const pages = await Promise.all(READERS.map(async (reader) => (await page(stage, reader)).records as Page));
  const cursors = pages.map(({ pageInfo }) => pageInfo.endCursor);
  const permits = await stage.ask({ as: 'analyst.col', purpose: 'MIGRATION_MANAGEMENT', query: PERMITS });
  const ofPermits: string = permits.body.data.permits.edges[0].cursor;
  for (const [index, reader] of READERS.entries()) {
    const own = cursors[index] as string;
    const next = await page(stage, reader, own);
    expect([reader, next.records?.edges.length]).toEqual([reader, 2]);
    const ids = pages.flatMap(({ edges }) => edges.map(({ node }) => node.id));
    const others = [...cursors.filter((cursor) => cursor !== own), ofPermits, ...ids, own.slice(1)];
    await expectRefused(stage, reader, others);
  }
}

const DAYS_OF_A_QUARTER = 93;

async function useCursorOfAnotherQuarter(stage: Stage): Promise<void> {
  const reader = READERS[1] as (typeof READERS)[number];
  const cursor = async () => ((await page(stage, reader)).records as Page).pageInfo.endCursor;
  const before = await cursor();
  expect((await page(stage, reader, before)).records?.edges).toHaveLength(2);
  try {
    stage.clock.aheadMs = DAYS_OF_A_QUARTER * 86_400_000;
    await expectRefused(stage, reader, [before]);
    expect((await page(stage, reader, await cursor())).records?.edges).toHaveLength(2);
  } finally {
    stage.clock.aheadMs = 0;
  }
}

/** The attacks of threat 23 by cursors. */
export const attacks: readonly Attack[] = [
  {
    number: 23,
    title: 'a cursor of another party, purpose or list is refused like one that is made up',
    on: 'product',
    guards: ['sealedIds'],
    run: useCursorsOfOthers,
  },
  {
    number: 23,
    title: 'a cursor of an earlier quarter is refused like one that is made up',
    on: 'product',
    guards: ['sealedIds'],
    run: useCursorOfAnotherQuarter,
  },
];

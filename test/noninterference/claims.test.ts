import { PERSONAS } from '@pasarela/scripts/development/personas';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SeedOptions, SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import * as fc from 'fast-check';
import { type HttpAnswer, type OpenFederation, openFederation, type Question } from '../federation/open-federation';

jest.setTimeout(240_000);

type Connection = SeedOptions['connection'];

const COLLECTION = 'return_manifest_entries';
const NOW = new Date('2026-01-15T12:00:00Z');
const FIELDS = 'id dataset flightOn releasedOn fullName birthDate sex nationality { code }';
const HIDDEN = 'flight destinationCountry documentNumber legalCategory removalFinal protectionClaim';
const PAGE = 'pageInfo { hasNextPage endCursor }';

/** All that can be asked about manifests: what is granted, what is not, pages, filters, figures, what was superseded. */
const QUERIES = [
  `{ returnManifestEntries(first: 100) { edges { cursor node { ${FIELDS} } } ${PAGE} } }`,
  `{ returnManifestEntries(first: 7) { edges { cursor node { ${FIELDS} claim: protectionClaim ${HIDDEN} } } ${PAGE} } }`,
  `{ returnManifestEntries(first: 100, filter: { nationality: "COL", flightMonth: "2024-11" }) { edges { node { id } } ${PAGE} } }`,
  '{ returnRecrossings { nationality { code } returned { value state } crossedAgain { value state } } }',
  '{ repatriationSupersededRecords { key fields batch } }',
];

/** Everybody of another party, for each of their purposes, and Panama's own analyst, whom claims do not concern. */
const OTHERS: ReadonlyArray<Omit<Question, 'query'>> = [...PERSONAS]
  .filter(([name, { party }]) => party !== 'PAN' || name === 'analyst.pan')
  .flatMap(([as, { purposes }]) =>
    purposes.map((purpose) => ({ as, purpose, headers: { 'x-case-reference': 'CASE-2026-01' } })),
  );

/** A domain, and its store once it runs. */
function withStore(definition: SubgraphDefinition, keep: (connection: Connection) => void): SubgraphDefinition {
  if (definition.name !== 'panama-repatriation') return definition;
  return {
    ...definition,
    open: async ({ connection }) => {
      keep(connection);
      return { close: async () => undefined };
    },
  };
}

/**
 * A claim for protection that somebody on a manifest made, or withdrew, changes nothing of what any other party is
 * answered: no row, no value, no order, no cursor, no figure, no notice, no status.
 */
describe('a claim made or withdrawn', () => {
  let federation: OpenFederation;
  let store: Connection;
  let before: readonly string[];
  let ids: readonly string[];

  beforeAll(async () => {
    const definitions = SUBGRAPHS.map((definition) =>
      withStore(definition, (connection) => {
        store = connection;
      }),
    );
    federation = await openFederation({ definitions, scale: 0.02, now: () => NOW, tokensAt: () => NOW });
    const rows = await store.collection<{ _id: string }>(COLLECTION).find({}).toArray();
    ids = rows.map(({ _id }) => _id).sort();
    before = await answers();
  });
  afterAll(() => federation.close());

  async function answers(): Promise<string[]> {
    const all: string[] = [];
    for (const other of OTHERS)
      for (const query of QUERIES) all.push(comparable(await federation.ask({ ...other, query })));
    return all;
  }

  /** Writes whether a claim is on record of each entry, in the order of `ids`; the rest stays. */
  async function write(claims: readonly boolean[]): Promise<void> {
    for (const [place, protectionClaim] of claims.entries())
      await store
        .collection<{ _id: string }>(COLLECTION)
        .updateOne({ _id: ids[place] as string }, { $set: { protectionClaim } });
  }

  async function claimsThatPanamaSees(): Promise<number> {
    const query = '{ returnManifestEntries(first: 100) { edges { node { protectionClaim } } } }';
    const { body } = await federation.ask({ as: 'protection.pan', purpose: 'PROTECTION', query });
    return body.data.returnManifestEntries.edges.filter(({ node }: any) => node.protectionClaim === true).length;
  }

  it('is asked about by people who are shown entries', () => {
    expect(ids).toHaveLength(100);
    expect(before.filter((answer) => answer.includes('SYNTHETIC Person')).length).toBeGreaterThanOrEqual(2);
    expect(before.filter((answer) => answer.includes('"returnManifestEntries":null')).length).toBeGreaterThan(5);
  });

  it('shows in no answer to anybody of another party', async () => {
    const anyClaims = fc.array(fc.boolean(), { minLength: ids.length, maxLength: ids.length });
    const property = fc.asyncProperty(anyClaims, async (claims) => {
      await write(claims);
      expect(await answers()).toEqual(before);
    });
    await fc.assert(property, { numRuns: 5, seed: 602_024 });
  });

  it('shows to those who protect in Panama, so that the comparison means something', async () => {
    await write(ids.map(() => false));
    expect(await claimsThatPanamaSees()).toBe(0);
    await write(ids.map(() => true));
    expect(await claimsThatPanamaSees()).toBeGreaterThan(50);
    expect(await answers()).toEqual(before);
  });

  it('would show if a row followed it: the comparison tells a row that is gone', async () => {
    const entries = store.collection<{ _id: string }>(COLLECTION);
    const shown = await entries.findOne({ nationality: 'COL', removalFinal: true });
    await entries.updateOne({ _id: shown?._id as string }, { $set: { removalFinal: false } });
    expect(await answers()).not.toEqual(before);
    await entries.updateOne({ _id: shown?._id as string }, { $set: { removalFinal: true } });
    expect(await answers()).toEqual(before);
  });
});

/** All of an answer; names of requests and receipts differ in any two. */
function comparable({ status, body }: HttpAnswer): string {
  const { requestId: _request, receipt: _receipt, disclosure, ...extensions } = body.extensions ?? {};
  const { requestId: _name, ...terms } = disclosure ?? {};
  const errors = body.errors?.map(({ extensions: { requestId: _id, ...rest }, ...error }: any) => ({ ...error, rest }));
  return JSON.stringify({ status, data: body.data, errors, extensions: { ...extensions, terms } });
}

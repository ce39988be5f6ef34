import { checkedLabels } from '@pasarela/schema/contract';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { composeSupergraph } from '@pasarela/scripts/compose/compose-contract';
import { appraisalsContract } from '../../fixtures/appraisals/open-appraisals';
import type { Attack, Stage } from '../attack';
import { askedOf, loggedDuring } from '../never-asked';

const JOIN =
  '{ crossingRecords(first: 20) { edges { node { nationality { code temporaryProtectionPermits { asOf } } } } } }';

/** Panama's analyst asks Colombia's figures by the nationalities in Panama's records: Colombia would be sent those. */
async function joinThroughRecords(stage: Stage): Promise<void> {
  const asked = await loggedDuring(stage, 'colombia-regularization', async () => {
    const { status, body } = await stage.ask({ as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT', query: JOIN });
    expect(status).toBe(200);
    const nationalities = body.data.crossingRecords.edges.map(({ node }: any) => node.nationality);
    expect(nationalities).toContainEqual({ code: expect.any(String), temporaryProtectionPermits: null });
    expect(body.extensions.notices.map(({ rule }: any) => rule)).toContain('G-FOREIGN-JOIN');
  });
  expect(askedOf(asked)).toEqual([]);
}

const STUBS = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@inaccessible"])
  ${LABEL_DIRECTIVES_SDL}
  type Query { seen: [Arrival] @owner(party: "COL") @sensitivity(as: PUBLIC) }
  type Arrival @key(fields: "id", resolvable: false) @owner(party: "PAN") { id: ID @sensitivity(as: OPERATIONAL) }`;

/** An owner's field lists another owner's entities by their keys alone. */
async function listStubs(): Promise<void> {
  const sdls = new Map([...appraisalsContract().subgraphs, ['fixture-stubs', STUBS]]);
  expect(composeSupergraph(sdls)).toContain('seen: [Arrival]');
  expect(() => checkedLabels(sdls)).toThrow(/^Query\.seen \(fixture-stubs\) returns Arrival, an entity of PAN/);
}

/** The attacks of threat 16 on what joins one owner's records with another's. */
export const attacks: readonly Attack[] = [
  {
    number: 16,
    title: "what stands in one owner's records is not sent to another to join on it",
    on: 'product',
    guards: ['foreignJoins'],
    run: joinThroughRecords,
  },
  {
    number: 16,
    title: "a field that lists another owner's entities does not compose",
    on: 'appraisals',
    guards: ['checkedRecords'],
    run: listStubs,
  },
];

import { checkedLabels } from '@pasarela/schema/contract';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { composeSupergraph } from '@pasarela/scripts/compose/compose-contract';
import { appraisalsContract } from '../../fixtures/appraisals/open-appraisals';
import type { Attack } from '../attack';
import { changed, type Sdls } from '../changed-schema';

const APPRAISALS = 'fixture-appraisals';
const QUERY_TYPE = 'type Query {';
const ARRIVAL = 'type Arrival @owner(party: "PAN") @key(fields: "id")';
const importing = (names: string) => [['import: [', `import: [${names}, `]] as const;

/** The register lets others answer its names, too: without that nothing can be provided. */
const shared = (sdls: Sdls): Sdls =>
  changed(sdls, 'fixture-register', [['fullName: String @about', 'fullName: String @shareable @about']]);

/** Ways on which a field's value travels without a decision on it; federation composes each of them. */
const WAYS: Readonly<Record<string, (sdls: Sdls) => readonly [Sdls, cause: RegExp]>> = {
  'a field that is provided on the way': (sdls) => [
    changed(shared(sdls), APPRAISALS, [
      ...importing('"@provides"'),
      [
        QUERY_TYPE,
        `${QUERY_TYPE} latest: Arrival @provides(fields: "fullName") @owner(party: "PAN") @sensitivity(as: OPERATIONAL)`,
      ],
    ]),
    /^Query\.latest \(fixture-appraisals\) has @provides, which carries values/,
  ],
  'a provided field under another name': (sdls) => [
    changed(shared(sdls), APPRAISALS, [
      ...importing('{ name: "@provides", as: "@along" }'),
      [
        QUERY_TYPE,
        `${QUERY_TYPE} latest: Arrival @along(fields: "fullName") @owner(party: "PAN") @sensitivity(as: OPERATIONAL)`,
      ],
    ]),
    /^Query\.latest \(fixture-appraisals\) has @along \(@provides\), which carries values/,
  ],
  'a field that comes in by an argument': (sdls) => [
    changed(sdls, APPRAISALS, [
      ...importing('"@context", "@fromContext"'),
      [ARRIVAL, `${BADGE_TYPE} ${ARRIVAL} @context(name: "arrival")`],
      ['note: String', 'plate: Plate @sensitivity(as: OPERATIONAL) note: String'],
    ]),
    /Arrival \(fixture-appraisals\) has @context, which carries values.*/,
  ],
  'fields that are given to an interface of another subgraph': (sdls) => [
    new Map([...travellers(sdls), ['fixture-scores', SCORES]]),
    /^Traveller \(fixture-scores\) has @interfaceObject, which gives fields to types/,
  ],
};

const BADGE_TYPE = `type Plate @owner(party: "PAN") @key(fields: "id") {
  id: ID! @sensitivity(as: OPERATIONAL)
  text(name: String @fromContext(field: "$arrival { fullName }") @reads(field: "Arrival.fullName")): String @sensitivity(as: OPERATIONAL)
}`;
const TRAVELLER = '@key(fields: "id") @owner(party: "PAN") { id: ID @sensitivity(as: OPERATIONAL) }';
const travellers = (sdls: Sdls): Sdls =>
  changed(sdls, 'fixture-register', [
    [ARRIVAL, `interface Traveller ${TRAVELLER} ${ARRIVAL.replace('Arrival', 'Arrival implements Traveller')}`],
  ]);
const SCORES = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@interfaceObject", "@inaccessible"])
  ${LABEL_DIRECTIVES_SDL}
  type Traveller @interfaceObject ${TRAVELLER.replace('}', 'score: Int @sensitivity(as: PUBLIC) }')}`;

async function compose(): Promise<void> {
  const { subgraphs } = appraisalsContract();
  for (const change of Object.values(WAYS)) {
    const [sdls, cause] = change(subgraphs);
    // Without a look at labels it composes: what refuses it is the look.
    expect(composeSupergraph(sdls)).toContain('type Arrival');
    expect(() => checkedLabels(sdls)).toThrow(cause);
  }
  expect(checkedLabels(subgraphs).fields.size).toBeGreaterThan(10);
}

/** The attack of threat 16 by other directives than `@requires`. */
export const attacks: readonly Attack[] = [
  {
    number: 16,
    title: 'what is provided, taken from a context, or given to an interface does not compose',
    on: 'appraisals',
    guards: ['checkedDirectives'],
    run: compose,
  },
];

import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { askedOf, loggedDuring } from '../never-asked';

const COMPUTED = ['origin', 'firstSeen', 'weekday', 'initials', 'badge', 'companionInitials', 'summary'] as const;
const QUERY = `{ arrivals { id note ${COMPUTED.join(' ')} } }`;
const ALIASED = `{ arrivals { id note ...F } } fragment F on Arrival { ${COMPUTED.map((name) => `${name}: ${name}`).join(' ')} }`;

/** What is computed from what is published, lowered, withheld, or conditional. */
const NOTHING = { weekday: null, initials: null, badge: null, companionInitials: null, summary: null };
const shared = (id: string) => ({ id, note: 'SYNTHETIC note', origin: 'from SYNTHETIC arrivals' });
const LOWERED = [
  { ...shared('a-1'), firstSeen: '2024-03', ...NOTHING },
  { ...shared('a-2'), firstSeen: '2024-03', ...NOTHING },
  { ...shared('a-3'), firstSeen: '2024-04', ...NOTHING },
];
const CONDITIONAL = LOWERED.map((arrival) => ({ ...arrival, firstSeen: null }));
const WHOLE = {
  ...shared('a-2'),
  firstSeen: '2024-03-19',
  weekday: 'a Tuesday',
  initials: 'SYNTHETICGT',
  badge: '[SYNTHETICGT]',
  companionInitials: 'SYNTHETICPO',
  summary: 'SYNTHETIC arrivals: SYNTHETICGT on 2024-03-19',
};
const WITHHELD = ['badge', 'companionInitials', 'initials', 'summary', 'weekday'];

async function requireMore(stage: Stage): Promise<void> {
  const ask = async (as: string, query: string) => {
    const purpose = as.startsWith('analyst') ? 'MIGRATION_MANAGEMENT' : 'PROTECTION';
    const { status, body } = await stage.ask({ as, purpose, query });
    const notices: Array<{ code: string; coordinate: string }> = body.extensions?.notices ?? [];
    const withheld = notices
      .filter(({ code }) => code === 'WITHHELD')
      .map(({ coordinate }) => coordinate.split('.')[1]);
    return { status, errors: body.errors, arrivals: body.data?.arrivals, withheld: withheld.toSorted() };
  };
  const answered = { status: 200, errors: undefined };
  const entries = await loggedDuring(stage, 'fixture-register', async () => {
    for (const query of [QUERY, ALIASED])
      expect(await ask('analyst.col', query)).toEqual({ ...answered, arrivals: LOWERED, withheld: WITHHELD });
    expect(await ask('protection.pan', QUERY)).toEqual({
      ...answered,
      arrivals: CONDITIONAL,
      withheld: [...WITHHELD, 'firstSeen'].toSorted(),
    });
  });
  const published = ['Arrival.dataset', 'Query.arrivals'];
  const lowered = ['Arrival.dataset', 'Arrival.day', 'Query.arrivals'];
  expect(askedOf(entries)).toEqual([lowered, lowered, published]);
  // Whoever gets what is required gets what is computed from it.
  const whole = await ask('analyst.pan', QUERY);
  expect([whole.withheld, whole.arrivals[1]]).toEqual([[], WHOLE]);
}

const ENTITIES = (field: string) => `query ($representations: [_Any!]!) {
  _entities(representations: $representations) { ... on Arrival { ${field} } }
}`;
/** A representation in which a gateway brings all that it ever learned, for another requester. */
const BROUGHT = {
  __typename: 'Arrival',
  id: 'a-2',
  dataset: 'SYNTHETIC arrivals',
  day: '2024-03-19',
  fullName: 'SYNTHETIC Guest Two',
  companion: { fullName: 'SYNTHETIC Person One' },
};

/** A gateway with valid keys plans as it likes; what its requester may not see is computed for nobody. */
async function bringMore(stage: Stage): Promise<void> {
  const ask = async (as: string, field: string) => {
    const parts = { subgraph: 'fixture-appraisals', token: await stage.token(as), query: ENTITIES(field) };
    const { body } = await sendDirect(
      stage,
      await fetchAsGateway(stage, { ...parts, variables: { representations: [BROUGHT] } }),
    );
    return body.data?._entities[0][field] ?? body.errors?.[0].extensions;
  };
  for (const field of WITHHELD)
    expect([field, await ask('analyst.col', field)]).toEqual([
      field,
      { code: 'WITHHELD', details: expect.objectContaining({ coordinate: `Arrival.${field}` }) },
    ]);
  expect(await ask('analyst.col', 'firstSeen')).toBe('2024-03');
  expect(await ask('analyst.pan', 'firstSeen')).toBe('2024-03-19');
}

/** The attacks of threat 16 by what a field requires. */
export const attacks: readonly Attack[] = [
  {
    number: 16,
    title: 'a field that requires others is shown at no more than they are, and nothing withheld is fetched for it',
    on: 'appraisals',
    guards: ['requirements'],
    run: requireMore,
  },
  {
    number: 16,
    title: 'a gateway that brings what was withheld has nothing computed from it',
    on: 'appraisals',
    guards: ['requirements', 'ownersDecision'],
    run: bringMore,
  },
];

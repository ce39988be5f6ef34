import type { Attack, Stage } from '../attack';
import { fetchAsGateway, sendDirect } from '../forge/gateway-fetch';
import { askedOf, loggedAnywhere, loggedDuring } from '../never-asked';
import { changeRules, withRules } from '../rule-changes';

const REGULARIZATION = 'colombia-regularization';
const RULES = 'agreements/trilateral-statistics.col.yaml';
const STAGES = '      PermitStageCount: [stage]\n';
const COUNTS = '{ permitStageCounts { dataset stage count { value state definition } } }';
const ANALYST = { as: 'analyst.pan', purpose: 'STATISTICS' } as const;

/** Figures by a dimension that is withheld: their order, and their own words, would tell it. */
async function countWithoutDimension(stage: Stage): Promise<void> {
  const question = { ...ANALYST, query: COUNTS };
  const rows = async () => (await stage.ask(question)).body.data.permitStageCounts as any[];
  const before = await rows();
  expect(before.map(({ stage: of }) => of)).toContain('DELIVERED');
  expect(before.every(({ count }) => count !== null)).toBe(true);
  await withRules(stage, { file: RULES, question }, async (text) => {
    expect(text).toContain(STAGES);
    await changeRules(stage, RULES, text.replace(STAGES, ''));
    const entries = await loggedDuring(stage, REGULARIZATION, async () => {
      const after = await stage.ask(question);
      expect(after.body.data.permitStageCounts).toEqual(
        before.map(({ dataset }) => ({ dataset, stage: null, count: null })),
      );
      expect(after.body.extensions.notices.map(({ code, coordinate }: any) => [code, coordinate])).toEqual([
        ['WITHHELD', 'PermitStageCount.stage'],
        ['WITHHELD', 'PermitStageCount.count'],
      ]);
    });
    // The gateway asks once more where an owner holds newer rules than it does.
    expect(askedOf(entries).at(-1)).toEqual(['PermitStageCount.dataset', 'Query.permitStageCounts']);
    await askDirectly(stage);
  });
  expect(await rows()).toEqual(before);
}

async function askDirectly(stage: Stage): Promise<void> {
  const query = '{ permitStageCounts { count { value } } }';
  const token = await stage.token(ANALYST.as);
  const asserted = { purpose: ANALYST.purpose };
  const { body } = await sendDirect(
    stage,
    await fetchAsGateway(stage, { subgraph: REGULARIZATION, token, query, asserted }),
  );
  expect(body.errors[0].extensions).toMatchObject({
    code: 'WITHHELD',
    details: { coordinate: 'PermitStageCount.count' },
  });
}

const OFFICER = { as: 'protection.usa', purpose: 'PROTECTION' } as const;
const cases = (selection: string, filter: string) =>
  `usaSmugglingCases(first: 100, filter: ${filter}) { ${selection} }`;

/** Ways to count rows without asking for a field of any, under a filter by a route that is withheld. */
const COUNTINGS: readonly string[] = [
  `{ ${cases('pageInfo { hasNextPage endCursor }', '{ routeFrom: "PA-5" }')} }`,
  `{ ${cases('edges { cursor }', '{ routeFrom: "CO-CHO" }')} }`,
  `{ ${cases('edges { __typename }', '{ routeFrom: "CO-CHO" }')} }`,
  `{ ${cases('__typename', '{ routeFrom: "NOWHERE" }')} }`,
  `{ all: ${cases('edges { cursor }', '{}')} there: ${cases('edges { cursor }', '{ routeFrom: "PA-5" }')} }`,
  `query ($f: UsaSmugglingCaseFilter = { routeFrom: "PA-5" }) { ${cases('pageInfo { hasNextPage }', '$f')} }`,
];

async function countByPaging(stage: Stage): Promise<void> {
  const entries = await loggedAnywhere(stage, async () => {
    for (const query of COUNTINGS) {
      const { status, body } = await stage.ask({ ...OFFICER, query });
      expect([query, status, body.data, body.errors?.[0].extensions.code]).toEqual([
        query,
        403,
        undefined,
        'INPUT_WITHHELD',
      ]);
    }
  });
  expect(entries).toEqual([]);
  const token = await stage.token(OFFICER.as);
  for (const query of COUNTINGS) {
    const parts = { subgraph: 'usa-smuggling-cases', token, query, asserted: { purpose: OFFICER.purpose } };
    const { body } = await sendDirect(stage, await fetchAsGateway(stage, parts));
    expect([query, body.data, body.errors?.[0].extensions.code]).toEqual([query, undefined, 'WITHHELD']);
  }
  const allowed = await stage.ask({ ...OFFICER, query: `{ ${cases('edges { cursor }', '{ status: OPEN }')} }` });
  expect([allowed.status, allowed.body.errors]).toEqual([200, undefined]);
}

/** The attacks of threat 24 by figures and by counting. */
export const attacks: readonly Attack[] = [
  {
    number: 24,
    title: 'figures by a dimension that is withheld are withheld with it',
    on: 'product',
    guards: ['requirements'],
    run: countWithoutDimension,
  },
  {
    number: 24,
    title: 'rows are not counted by paging under a filter that is not granted',
    on: 'product',
    guards: ['readInputs'],
    run: countByPaging,
  },
];

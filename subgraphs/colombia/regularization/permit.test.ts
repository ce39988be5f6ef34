import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

const SCALE = 0.05;
const ROWS = 1_000;

let domain: OpenDomain;
let all: any[];
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, SCALE);
  all = await allPermits(100);
});
afterAll(() => domain.close());

const PAGE = `query ($first: Int!, $after: String, $filter: PermitFilter) {
  permits(first: $first, after: $after, filter: $filter) {
    pageInfo { hasNextPage endCursor }
    edges { cursor node {
      id dataset currentStage stageReached stageHistory { stage on } registeredOn
      department { code country } municipality { code firstAdministrativeLevel }
      holder { fullName birthDate nationality { code nameEn } secondNationality { code } asylumClaim }
      guardianLink { guardianPermit relation program }
    } }
  }
}`;

async function page(variables: Record<string, unknown>) {
  const { data, errors } = await domain.ask(PAGE, variables);
  expect(errors).toBeUndefined();
  return data?.permits;
}

async function allPermits(first: number, filter?: object): Promise<any[]> {
  const nodes: any[] = [];
  let after: string | null = null;
  for (;;) {
    const { edges, pageInfo } = await page({ first, after, filter });
    nodes.push(...edges.map((edge: any) => edge.node));
    if (!pageInfo.hasNextPage) return nodes;
    after = pageInfo.endCursor;
  }
}

describe('paging', () => {
  it('gives every row once, in the same order whatever the size of the page', async () => {
    expect(all).toHaveLength(ROWS);
    expect(new Set(all.map(({ id }) => id)).size).toBe(ROWS);
    expect((await allPermits(37)).map(({ id }) => id)).toEqual(all.map(({ id }) => id));
  });

  it('refuses pages that are too large, and cursors that it did not give', async () => {
    const tooLarge = await domain.ask('{ permits(first: 101) { pageInfo { hasNextPage } } }');
    expect(tooLarge.errors?.[0]?.extensions.code).toBe('BAD_PAGE');
    const forged = await domain.ask('{ permits(after: "Zm9yZ2Vk") { pageInfo { hasNextPage } } }');
    expect(forged.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });

  it('refuses the cursor of another purpose', async () => {
    const { pageInfo } = await page({ first: 1 });
    const other = await domain.ask(PAGE, { first: 1, after: pageInfo.endCursor }, { purpose: 'PROTECTION' });
    expect(other.errors?.[0]?.extensions.code).toBe('BAD_CURSOR');
  });
});

describe('filters', () => {
  it('keep exactly the rows that fit, across pages', async () => {
    const expected = all.filter((permit) => permit.currentStage === 'DELIVERED' && permit.department.code === 'CO-ANT');
    expect(expected.length).toBeGreaterThan(20);
    const filtered = await allPermits(10, { currentStage: 'DELIVERED', department: 'CO-ANT' });
    expect(filtered.map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('narrow to the month of preregistration', async () => {
    const month = all[0].registeredOn.slice(0, 7);
    const expected = all.filter(({ registeredOn }) => registeredOn.startsWith(month));
    expect((await allPermits(5, { registeredMonth: month })).map(({ id }) => id)).toEqual(expected.map(({ id }) => id));
  });

  it('match nothing when the value is unknown, empty included', async () => {
    expect(await allPermits(10, { department: 'CO-XXX' })).toEqual([]);
    expect(await allPermits(10, { department: '' })).toEqual([]);
  });
});

describe('records', () => {
  it('say SYNTHETIC in every row and in every name, and are about Venezuelans', () => {
    for (const { dataset, holder, guardianLink } of all) {
      expect(dataset).toMatch(/^SYNTHETIC/);
      expect(holder.fullName).toMatch(/^SYNTHETIC/);
      expect(holder.nationality).toEqual({ code: 'VEN', nameEn: 'Venezuela' });
      if (guardianLink)
        expect(guardianLink).toMatchObject({
          program: 'PEP-TUTOR',
          guardianPermit: expect.stringMatching(/^SYNTHETIC/),
        });
    }
  });

  it('run through the stages in order, from 5 May 2021 to 29 February 2024', () => {
    for (const { stageHistory, currentStage, registeredOn } of all) {
      const dates = stageHistory.map(({ on }: any) => on);
      expect(dates).toEqual([...dates].sort());
      expect(stageHistory[0]).toEqual({ stage: 'PREREGISTERED', on: registeredOn });
      expect(stageHistory.at(-1).stage).toBe(currentStage);
      expect(dates[0] >= '2021-05-05' && dates[0] <= '2023-11-24' && dates.at(-1) <= '2024-02-29').toBe(true);
    }
  });

  it('keep the furthest stage of those who left the funnel', () => {
    const left = all.filter(({ currentStage }) => ['REQUIRED', 'DENIED', 'CANCELLED'].includes(currentStage));
    expect(left.length).toBeGreaterThan(3);
    for (const { currentStage, stageReached } of left) {
      expect(stageReached).toBe(currentStage === 'CANCELLED' ? 'DELIVERED' : 'IN_REVIEW');
    }
  });

  it('link guardians only to children who held their permit at the end of 2023', () => {
    const linked = all.filter(({ guardianLink }) => guardianLink);
    expect(linked.length).toBeGreaterThan(5);
    for (const { holder, registeredOn, stageHistory } of linked) {
      expect(Number(registeredOn.slice(0, 4)) - Number(holder.birthDate.slice(0, 4))).toBeLessThanOrEqual(18);
      expect(stageHistory.find(({ stage }: any) => stage === 'DELIVERED').on <= '2023-12-31').toBe(true);
    }
  });

  it('have municipalities of their own department only', () => {
    const placed = all.filter(({ municipality }) => municipality);
    expect(placed.length).toBeGreaterThan(50);
    for (const { department, municipality } of placed)
      expect(municipality.firstAdministrativeLevel).toBe(department.code);
  });
});

describe('references', () => {
  const BY_ID = 'query ($ids: [_Any!]!) { _entities(representations: $ids) { ... on Permit { id currentStage } } }';
  const keys = (...ids: string[]) => ({ ids: ids.map((id) => ({ __typename: 'Permit', id })) });

  it('find a permit by its opaque id, and nothing by a forged one', async () => {
    const { edges } = await page({ first: 2 });
    const [{ id, currentStage }] = edges.map((edge: any) => edge.node);
    const { data } = await domain.ask(BY_ID, keys(id, 'Zm9yZ2Vk', '0000001', ''));
    expect(data?._entities).toEqual([{ id, currentStage }, null, null, null]);
  });

  it('find nothing by the id that another party was given', async () => {
    const { edges } = await page({ first: 1 });
    const { data } = await domain.ask(BY_ID, keys(edges[0].node.id), { party: 'PAN' });
    expect(data?._entities).toEqual([null]);
  });

  it('give places of the code list only', async () => {
    const { data } = await domain.ask(`{ _entities(representations: [
      { __typename: "Place", code: "CO-DC" }, { __typename: "Place", code: "CO-ZZ" }
    ]) { ... on Place { code name } } }`);
    expect(data?._entities).toEqual([{ code: 'CO-DC', name: 'Bogotá' }, null]);
  });
});

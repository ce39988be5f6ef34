import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';

let domain: OpenDomain;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.001);
});
afterAll(() => domain.close());

const FIGURE = 'count { value state countingParty definition unit note source dataset }';

describe('temporaryProtectionFunnel', () => {
  async function funnel(): Promise<any[]> {
    const { data, errors } = await domain.ask(`{ temporaryProtectionFunnel { stage asOf ${FIGURE} } }`);
    expect(errors).toBeUndefined();
    return data?.temporaryProtectionFunnel;
  }
  const at = (rows: any[], date: string) =>
    rows.filter(({ asOf }) => asOf === date).map(({ stage, count }) => [stage, count.value ?? count.state]);

  it('gives the funnel of 16 March 2022 in its order, the number in review being NOT_PUBLISHED', async () => {
    expect(at(await funnel(), '2022-03-16')).toEqual([
      ['PREREGISTERED', 1_940_331],
      ['BIOMETRIC_DONE', 1_401_176],
      ['IN_REVIEW', 'NOT_PUBLISHED'],
      ['APPROVED', 758_177],
      ['PRINTED', 705_997],
      ['DELIVERED', 564_736],
    ]);
  });

  it('gives the later dates in the categories of their day', async () => {
    const rows = await funnel();
    expect(at(rows, '2023-12-18')).toEqual([
      ['DELIVERED', 1_890_185],
      ['IN_PROCESS', 416_625],
      ['AUTHORISED_OR_IN_PROCESS', 2_306_810],
    ]);
    expect(at(rows, '2024-02-29')).toEqual([
      ['AUTHORISED', 1_927_299],
      ['IN_PROCESS', 357_376],
      ['AUTHORISED_OR_IN_PROCESS', 2_284_675],
    ]);
    expect(at(rows, '2025')).toEqual([['HELD', 1_979_452]]);
  });

  it('shows the 2.5 million as a claim of the joint statement, counted by no authority', async () => {
    const claim = (await funnel()).find(({ stage }) => stage === 'JOINT_STATEMENT_CLAIM');
    expect(claim).toMatchObject({
      asOf: '2024-08-26',
      count: { value: 2_500_000, countingParty: expect.stringContaining('joint statement') },
    });
    expect(claim.count.definition).toMatch(/^A claim .* not a count/);
  });

  it('says of every figure where it was read, and calls none of them synthetic', async () => {
    for (const { count } of await funnel()) {
      expect(count.source).toMatch(/^https:\/\/\S+$/);
      expect(count.dataset).not.toMatch(/SYNTHETIC/);
    }
  });
});

describe('venezuelanPopulation', () => {
  async function population(asOf?: string): Promise<any[]> {
    const { data, errors } = await domain.ask(
      `query ($asOf: PartialDate) { venezuelanPopulation(asOf: $asOf) { measure asOf ${FIGURE} } }`,
      { asOf },
    );
    expect(errors).toBeUndefined();
    return data?.venezuelanPopulation;
  }

  it('carries the printed caution with the 486,072 in irregular status', async () => {
    const irregular = (await population('2024-02-29')).find(({ measure }) => measure === 'IN_IRREGULAR_STATUS');
    expect(irregular.count.value).toBe(486_072);
    expect(irregular.count.note).toMatch(/AS PRINTED; equals 426460 \+ 59612/);
  });

  it('narrows to a day, a month or a year', async () => {
    expect((await population('2024-02-29')).map(({ count }) => count.value)).toContain(2_845_706);
    expect((await population('2024-01')).map(({ count }) => count.value)).toEqual([2_857_528]);
    expect((await population('2021')).map(({ count }) => count.value)).toEqual([1_742_927, 759_584, 983_343]);
    expect(await population('2019')).toEqual([]);
  });

  it('gives every figure when no date is asked for, the early 2025 one without a day', async () => {
    const all = await population();
    expect(all).toHaveLength(15);
    expect(all.at(-1)).toMatchObject({ measure: 'REGISTERED', asOf: '2025', count: { value: 2_808_165 } });
  });
});

describe('pepTutor', () => {
  it('gives the window, the expiry and the base of children; what is not published says so', async () => {
    const { data, errors } = await domain.ask(`{ pepTutor {
      legalBasis applicationsFrom applicationsTo expiresOn sources
      childrenWithoutRegisteredFamily { value } announcedReach { value note } applicationsByCityAndOutcome { value state }
    } }`);
    expect(errors).toBeUndefined();
    expect(data?.pepTutor).toEqual({
      legalBasis: ['Decreto 1209 de 2024', 'Resolucion 2451 de 2025'],
      applicationsFrom: '2025-09-01',
      applicationsTo: '2026-04-30',
      expiresOn: '2031-05-30',
      sources: expect.arrayContaining([expect.stringMatching(/talcualdigital/)]),
      childrenWithoutRegisteredFamily: { value: 274_053 },
      announcedReach: { value: 270_000, note: 'printed as 270000+: a lower bound, not a count' },
      applicationsByCityAndOutcome: { value: null, state: 'NOT_PUBLISHED' },
    });
  });
});

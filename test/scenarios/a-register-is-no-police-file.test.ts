import { readSavedQuestion } from '@pasarela/scripts/ask/read-question';
import { type HttpAnswer, type OpenFederation, openFederation } from '../federation/open-federation';

const REGISTER = /* GraphQL */ `
  {
    permits(first: 5) { edges { node { id currentStage holder { sex nationality { code } } } } }
    permitStageCounts { stage count { value state } }
    temporaryProtectionFunnel { asOf stage count { value } }
    integrationIndicators { indicator published { value state } }
  }
`;

/**
 * Colombia's ministry prepares the expansion of its regularization: what is published, what its own officials see of
 * the register, what a partner sees, and who never does. People registered under the promise that it is used against
 * nobody (Decreto 542 of 2018).
 */
describe('a register is no police file', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation();
  });
  afterAll(() => federation.close());

  async function ask(as: string, purpose: string, query = REGISTER, variables?: object): Promise<HttpAnswer['body']> {
    const { status, body } = await federation.send('/graphql', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${await federation.token(as)}`,
        'x-purpose': purpose,
        'x-case-reference': 'EXAMPLE-1',
        'content-type': 'application/json',
      },
      body: JSON.stringify({ query, variables }),
    });
    expect([status, body.errors]).toEqual([200, undefined]);
    return body;
  }
  const question = (number: string, as: string) => {
    const { query, variables } = readSavedQuestion(number);
    return ask(as, 'STATISTICS', query, variables);
  };
  const withheldFrom = ({ extensions }: HttpAnswer['body']): string[] =>
    extensions.notices.filter(({ code }: any) => code === 'WITHHELD').map(({ coordinate }: any) => coordinate);

  it('has the way to the permit as it was printed, with the gap of that day (question 08)', async () => {
    const { data } = await question('08', 'analyst.col');
    const printed = data.temporaryProtectionFunnel.filter(({ asOf }: any) => asOf === '2022-03-16');
    expect(printed.map(({ stage, count }: any) => [stage, count.value ?? count.state])).toEqual([
      ['PREREGISTERED', 1_940_331],
      ['BIOMETRIC_DONE', 1_401_176],
      ['IN_REVIEW', 'NOT_PUBLISHED'],
      ['APPROVED', 758_177],
      ['PRINTED', 705_997],
      ['DELIVERED', 564_736],
    ]);
  });

  it('has of the announced expansion its terms and the figures announced, and no application (question 10)', async () => {
    const { pepTutor } = (await question('10', 'analyst.pan')).data;
    expect(pepTutor).toMatchObject({ applicationsFrom: '2025-09-01', applicationsTo: '2026-04-30' });
    expect(pepTutor.childrenWithoutRegisteredFamily).toMatchObject({ value: 274_053 });
    expect(pepTutor.announcedReach).toMatchObject({ value: 270_000, note: expect.stringContaining('lower bound') });
    expect(pepTutor.applicationsByCityAndOutcome).toMatchObject({ value: null, state: 'NOT_PUBLISHED' });
  });

  it('shows the ministry people by stage, to manage their permits, and not under another purpose', async () => {
    const { permits } = (await ask('analyst.col', 'MIGRATION_MANAGEMENT')).data;
    expect(permits.edges).toHaveLength(5);
    for (const { node } of permits.edges)
      expect(node).toMatchObject({ currentStage: expect.any(String), holder: { sex: expect.any(String) } });
    expect((await ask('analyst.col', 'STATISTICS')).data.permits).toBeNull();
  });

  it('knows for no analyst a field of who sought asylum', async () => {
    const query = '{ permits(first: 1) { edges { node { holder { asylumClaim } } } } }';
    for (const as of ['analyst.col', 'analyst.pan']) {
      const { status, body } = await federation.ask({ as, purpose: 'MIGRATION_MANAGEMENT', query });
      expect([status, body.errors?.[0]?.extensions]).toEqual([400, expect.objectContaining({ code: 'UNKNOWN_FIELD' })]);
    }
  });

  it('shows a partner what is published, and stages in round numbers without small ones', async () => {
    const own = (await ask('analyst.col', 'STATISTICS')).data;
    const body = await ask('analyst.pan', 'STATISTICS');
    expect(body.data.permits).toBeNull();
    expect(body.data.temporaryProtectionFunnel).toEqual(own.temporaryProtectionFunnel);
    const counts = body.data.permitStageCounts.map(({ count }: any) => count);
    expect(counts.filter(({ state }: any) => state === 'SUPPRESSED').length).toBeGreaterThan(0);
    for (const { value } of counts) expect((value ?? 0) % 5).toBe(0);
  });

  it('says of integration that nothing is published, which is no zero', async () => {
    const { integrationIndicators } = (await ask('analyst.usa', 'STATISTICS')).data;
    expect(integrationIndicators.map(({ indicator, published }: any) => [indicator, published])).toEqual(
      ['HEALTH_AFFILIATION', 'SCHOOLING', 'FORMAL_WORK'].map((name) => [name, { value: null, state: 'NOT_PUBLISHED' }]),
    );
  });

  it.each(['investigator.col', 'investigator.pan', 'investigator.usa'])(
    'has nobody in it for %s, Colombia’s own included, not even how many',
    async (as) => {
      const body = await ask(as, 'ENFORCEMENT');
      expect([body.data.permits, body.data.permitStageCounts]).toEqual([null, null]);
      expect(withheldFrom(body)).toEqual(expect.arrayContaining(['Query.permits', 'Query.permitStageCounts']));
    },
  );
});

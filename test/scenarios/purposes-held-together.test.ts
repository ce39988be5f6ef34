import type { Stage } from '../threats/attack';
import { signedToken } from '../threats/forge/token';
import { openStage } from '../threats/open-stage';

/** Who counts people must not also pursue them: a token for both is answered, and the owner is told. */
describe("a token that holds STATISTICS and ENFORCEMENT is marked in the owner's log", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage('product');
  });
  afterAll(() => stage.close());

  async function entryOf(purposes: readonly string[]): Promise<any> {
    const { status, body } = await stage.send('/graphql', {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        authorization: `Bearer ${signedToken(stage, 'USA', { claims: { purposes } })}`,
        'x-purpose': 'STATISTICS',
      },
      body: JSON.stringify({ query: '{ nationalities(codes: ["VEN"]) { usaSmugglingCaseFigures { dataset } } }' }),
    });
    expect(status).toBe(200);
    const log = await stage.requestLog('usa-smuggling-cases');
    return log.find(({ requestId }) => requestId === body.extensions.disclosure.requestId);
  }

  it('with the purposes that it should not hold together', async () => {
    expect(await entryOf(['STATISTICS', 'ENFORCEMENT'])).toMatchObject({
      purpose: 'STATISTICS',
      heldTogether: ['STATISTICS', 'ENFORCEMENT'],
    });
  });

  it('and another is not', async () => {
    const entry = await entryOf(['STATISTICS', 'MIGRATION_MANAGEMENT']);
    expect(entry).toMatchObject({ purpose: 'STATISTICS', status: 200 });
    expect(entry).not.toHaveProperty('heldTogether');
  });
});

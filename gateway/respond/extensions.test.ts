import { deprecationOf } from '@pasarela/schema/testing/rules';
import { authorize } from '../authorize/authorize';
import type { Authorized, Recorded } from '../request-state';
import { parseFerry } from '../testing/ferry-request';
import { TEST_RECEIPT } from '../testing/receipt';
import { extensionsOf, extensionsText, extensionsWithReceipt } from './extensions';

const LIMITS = { maxFields: 100, maxCost: 1000 };

const authorizedFerry = (deprecations = [deprecationOf('Person.name')]): Authorized =>
  authorize(parseFerry({ query: '{ people { name age } }', granted: ['Person.name'], deprecations }), LIMITS);

const recorded = (authorized: Authorized): Recorded =>
  ({ ...authorized, receipt: TEST_RECEIPT }) as unknown as Recorded;

describe('extensionsText', () => {
  it.each([
    ['with deprecations', authorizedFerry()],
    ['without deprecations', authorizedFerry([])],
  ])('is the JSON of the extensions, member for member, %s', (_, authorized) => {
    const text = extensionsText(recorded(authorized));
    expect(text).toBe(JSON.stringify(extensionsWithReceipt(recorded(authorized))));
    expect(JSON.parse(text)).toMatchObject({
      disclosure: { agreements: ['FERRY'] },
      receipt: { index: 7, obligations: [{ agreement: 'FERRY' }] },
    });
  });

  it("holds this request's own id, purpose and receipt, also where all else was written before", () => {
    const first = authorizedFerry();
    const written = extensionsText(recorded(first));
    const second = { ...first, requestId: 'request-2', purpose: 'STATISTICS' as const };
    const text = extensionsText({ ...recorded(second), receipt: { ...TEST_RECEIPT, index: 8, answerSalt: 'c' } });
    expect(JSON.parse(text)).toMatchObject({
      disclosure: { requestId: 'request-2', purpose: 'STATISTICS' },
      receipt: { index: 8, answerSalt: 'c' },
    });
    expect(JSON.parse(text).notices).toEqual(JSON.parse(written).notices);
    expect(text).not.toContain('request-1');
  });

  it('a request has nothing of what another was told', () => {
    const [one, other] = [authorizedFerry(), authorize(parseFerry({ query: '{ people { age } }' }), LIMITS)];
    expect(extensionsOf(one).disclosure.agreements).toEqual(['FERRY']);
    expect(extensionsOf(other)).toMatchObject({ disclosure: { agreements: [], legalBasis: [], obligations: [] } });
  });
});

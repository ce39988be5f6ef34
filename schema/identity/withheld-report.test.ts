import { makeIssuer, type TestIssuer, TOKEN_INSTANT } from '../testing/issuer';
import { type Assertion, signAssertion, verifyAssertion } from './assertion';
import { signReport, verifyReport, type WithheldReport } from './withheld-report';

const DECIDED = {
  purpose: 'ENFORCEMENT',
  ruleSetVersion: '0123456789abcdef',
  caseReference: 'CASE-1',
  decidedAt: TOKEN_INSTANT.getTime(),
} as const;
const REPORT: WithheldReport = {
  ...DECIDED,
  requester: { party: 'COL', agency: 'AGENCY', id: 'analyst.col', roles: ['ANALYST'] },
};
const ASSERTION: Assertion = { ...DECIDED, tokenDigest: 'digest' };

describe('a report of what was withheld', () => {
  let pair: TestIssuer;
  beforeAll(async () => {
    pair = await makeIssuer();
  });

  const at = (milliseconds: number) => new Date(TOKEN_INSTANT.getTime() + milliseconds);
  const signing = () => ({ key: pair.signer, gateway: 'gate', subgraph: 'flow', now: TOKEN_INSTANT });
  const verifying = () => ({ ...signing(), key: pair.publicKey });
  const signed = (changes: object = {}) => signReport({ ...REPORT, ...changes }, signing());

  it('says who asked, for what, under which rules, and when', async () => {
    expect(await verifyReport(await signed(), verifying())).toEqual(REPORT);
  });

  it.each([
    ['another gateway', { gateway: 'other' }],
    ['another subgraph', { subgraph: 'other' }],
    ['a time too late', { now: at(36_000) }],
    ['a time too early', { now: at(-36_000) }],
  ])('does not hold for %s', async (_, changes) => {
    await expect(verifyReport(await signed(), { ...verifying(), ...changes })).rejects.toThrow();
  });

  it('does not hold under another key', async () => {
    const stranger = await makeIssuer();
    await expect(verifyReport(await signed(), { ...verifying(), key: stranger.publicKey })).rejects.toThrow();
  });

  it.each(['requester', 'purpose', 'ruleSetVersion', 'decidedAt'])('does not hold without %s', async (claim) => {
    await expect(verifyReport(await signed({ [claim]: undefined }), verifying())).rejects.toThrow();
  });

  it.each([
    ['no party', { party: '' }],
    ['no name', { id: '' }],
    ['a role that there is not', { roles: ['EVERYTHING'] }],
    ['no role', { roles: [] }],
  ])('does not hold for somebody with %s', async (_, changes) => {
    const requester = { ...REPORT.requester, ...changes };
    await expect(verifyReport(await signed({ requester }), verifying())).rejects.toThrow();
  });

  it('is no assertion, and an assertion is no report, whatever else either claims', async () => {
    const both = { ...REPORT, ...ASSERTION };
    await expect(verifyAssertion(await signReport(both, signing()), verifying())).rejects.toThrow('typ');
    await expect(verifyReport(await signAssertion(both, signing()), verifying())).rejects.toThrow('typ');
  });
});

import { randomUUID } from 'node:crypto';
import { emptyToken } from '@pasarela/joint-identity/probe-tokens';
import type { Attack, Stage } from '../attack';
import { signedToken } from '../forge/token';

const PROBE = 'mutation ($input: IdentityProbeInput!) { probeIdentity(input: $input) { ticket } }';
const AGENCIES = ['DHS', 'DOJ', 'STATE'] as const;
/** The checks that a case has (`subgraphs/joint/identity/limits.yaml`). */
const CHECKS_A_CASE = 20;

/** A party that splits its checks over as many people, agencies and tokens as it likes: its own issuer makes them all. */
interface Splitting {
  readonly stage: Stage;
  readonly caseReference: string;
  readonly tokens: readonly string[];
}

async function probe({ stage, caseReference, tokens }: Splitting, person: number): Promise<string | undefined> {
  const claims = {
    sub: `officer-${person}`,
    agency: AGENCIES[person % AGENCIES.length],
    roles: ['BORDER_OFFICER'],
    purposes: ['MIGRATION_MANAGEMENT'],
  };
  const { body } = await stage.ask({
    purpose: 'MIGRATION_MANAGEMENT',
    query: PROBE,
    variables: { input: { askedParty: 'PAN', tokens, clientKey: randomUUID() } },
    headers: {
      authorization: `Bearer ${signedToken(stage, 'USA', { claims })}`,
      'x-case-reference': caseReference,
    },
  });
  return body.data?.probeIdentity?.ticket ? 'SENT' : body.errors?.[0]?.extensions.code;
}

const nobody = (): string[] => [emptyToken(), emptyToken()];

async function oneTarget(stage: Stage): Promise<void> {
  const number = randomUUID().slice(0, 8);
  const tokens = nobody();
  expect(await probe({ stage, caseReference: `case-${number}`, tokens }, 0)).toBe('SENT');
  for (const caseReference of [`case-${number}`, `CASE-${number}`, `case/${number}`])
    for (const person of [0, 1, 2, 3])
      expect(await probe({ stage, caseReference, tokens }, person)).toBe('PROBE_REPEATED');
  // With a token that is another's, or nobody's, beside the one that was asked for.
  expect(await probe({ stage, caseReference: `case-${number}`, tokens: [emptyToken(), tokens[1] as string] }, 4)).toBe(
    'PROBE_REPEATED',
  );
}

async function oneCase(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID().slice(0, 8)}`;
  const outcomes = await Promise.all(
    Array.from({ length: CHECKS_A_CASE + 6 }, (_, person) => probe({ stage, caseReference, tokens: nobody() }, person)),
  );
  expect(outcomes.filter((outcome) => outcome === 'SENT')).toHaveLength(CHECKS_A_CASE);
  expect(outcomes.filter((outcome) => outcome === 'PROBE_CASE_SPENT')).toHaveLength(6);
}

/** The attacks of threat 28 on identity checks. */
export const attacks: readonly Attack[] = [
  {
    number: 28,
    title: 'a target is asked for once in a case, by whichever people, agencies and tokens of one party',
    on: 'product',
    guards: ['probeLimits'],
    run: oneTarget,
  },
  {
    number: 28,
    title: 'the checks of a case are one budget, split over whichever people, agencies and tokens of one party',
    on: 'product',
    guards: ['probeLimits'],
    run: oneCase,
  },
];

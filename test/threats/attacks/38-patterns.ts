import { randomUUID } from 'node:crypto';
import type { Attack, Stage } from '../attack';
import { askAsOfficer, DETAILS, probeInput, REPLY, SEND, sentProbe } from '../forge/probe-officer';

/** Patterns that match whatever there is, and such as take for ever on what they do not match. */
const MATCHING = ['.*', '^', '', '.{24}', '[0-9a-f]+', '(?:)', '/./', '\\w*'] as const;
const SLOW = ['^(([0-9a-f])+)+x$', '(.*)*(.*)*(.*)*x', '([0-9a-f]|[0-9a-f]{2})+$x', '^(?=(.+)+x)'] as const;
const PATTERNS = [...MATCHING, ...SLOW];
/** An identity check answers well within it; a slow pattern would take hours. */
const PROMPT_MS = 5_000;

async function promptly<Result>(act: () => Promise<Result>): Promise<Result> {
  const began = performance.now();
  const result = await act();
  expect(performance.now() - began).toBeLessThan(PROMPT_MS);
  return result;
}

/** A ticket or a hit that is a pattern finds none of the checks that there are, its own party's neither. */
async function patternsAsKeys(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID()}`;
  const { ticket } = await sentProbe(stage, caseReference);
  for (const pattern of [...PATTERNS, `${ticket}|x`, `^${ticket}$`, ticket.replace(/.$/, '.')]) {
    const asked = { caseReference, variables: { ticket: pattern, hit: pattern } };
    const reply = await promptly(() => askAsOfficer(stage, { ...asked, query: REPLY, variables: { ticket: pattern } }));
    expect([pattern, reply.status, reply.body.data]).toEqual([pattern, 200, { identityProbe: null }]);
    const details = await promptly(() =>
      askAsOfficer(stage, { ...asked, query: DETAILS, variables: { hit: pattern } }),
    );
    expect([pattern, details.status, details.body.data]).toEqual([pattern, 200, { identityDetails: null }]);
  }
  const own = await askAsOfficer(stage, { query: REPLY, variables: { ticket }, caseReference });
  expect(own.body.data.identityProbe.ticket).toBe(ticket);
}

/** What a check is made of is refused where it has not its form, at once, and costs the case nothing. */
async function patternsInChecks(stage: Stage): Promise<void> {
  const caseReference = `case-${randomUUID()}`;
  const long = `${'a'.repeat(43)}!`;
  for (const pattern of [...PATTERNS, long]) {
    for (const changes of [{ askedParty: pattern }, { tokens: [pattern, pattern] }, { clientKey: `${pattern}$` }]) {
      const input = probeInput(changes);
      const { body } = await promptly(() => askAsOfficer(stage, { query: SEND, variables: { input }, caseReference }));
      expect([changes, body.errors?.[0]?.extensions.code]).toEqual([changes, 'BAD_INPUT']);
    }
  }
  await sentProbe(stage, caseReference);
}

/** The attacks of threat 38 on identity checks. */
export const attacks: readonly Attack[] = [
  {
    number: 38,
    title: 'a pattern as the key of an identity check or hit is compared as a text, and finds nothing',
    on: 'product',
    guards: ['textsAsTexts'],
    run: patternsAsKeys,
  },
  {
    number: 38,
    title: 'an identity check that holds a pattern is refused at once, and costs its case nothing',
    on: 'product',
    guards: ['probeForm'],
    run: patternsInChecks,
  },
];

import type { Authorized, Recorded } from '../request-state';

/** Under which agreements an answer is given, in a language. */
interface GivenUnder {
  readonly agreements: readonly string[];
  readonly legalBasis: readonly string[];
  readonly obligations: ReadonlyArray<{
    readonly agreement: string;
    readonly deleteBy: string;
    readonly passingOn: string;
  }>;
}

/** What stands beside the data of every answer alike that was decided alike: as values, and their JSON. */
interface Told {
  readonly under: GivenUnder;
  /** The members `notices` and `deprecations`. */
  readonly notices: string;
  /** The members of `GivenUnder`. */
  readonly underText: string;
  readonly obligations: string;
}

/** What is told beside the data: what is withheld and why, what is about to go, and under what the answer is given. */
export function extensionsOf(authorized: Authorized) {
  const { notices, deprecations, requestId, purpose, decider } = authorized;
  const { under } = toldOnce(authorized);
  const disclosure = { requestId, purpose, ruleSetVersion: decider.ruleSet.version, ...under };
  return { notices, ...(deprecations.length > 0 && { deprecations }), disclosure };
}

/** The same with the receipt of the answer's evidence. */
export function extensionsWithReceipt(recorded: Recorded) {
  const extensions = extensionsOf(recorded);
  return { ...extensions, receipt: { ...recorded.receipt, obligations: extensions.disclosure.obligations } };
}

/** Those with the receipt as JSON, of which only what is this request's own is written now. */
export function extensionsText(recorded: Recorded): string {
  const { requestId, purpose, decider, receipt } = recorded;
  const { notices, underText, obligations } = toldOnce(recorded);
  const own = membersText({ requestId, purpose, ruleSetVersion: decider.ruleSet.version });
  const disclosure = objectText([own, underText]);
  const proof = objectText([membersText(receipt), `"obligations":${obligations}`]);
  return objectText([notices, `"disclosure":${disclosure}`, `"receipt":${proof}`]);
}

/** An object of members as JSON, of which some may be none. */
const objectText = (members: readonly string[]): string => `{${members.filter((text) => text !== '').join(',')}}`;

/**
 * By the notices. INVARIANT: they are made once for an operation that was decided, and a language; so is all that is
 * kept by them, and nothing of it depends on anything else.
 */
const toldBefore = new WeakMap<Authorized['notices'], Told>();

function toldOnce(authorized: Authorized): Told {
  const known = toldBefore.get(authorized.notices);
  if (known) return known;
  const { notices, deprecations } = authorized;
  const under = givenUnder(authorized);
  const told = {
    under,
    notices: membersText({ notices, ...(deprecations.length > 0 && { deprecations }) }),
    underText: membersText(under),
    obligations: JSON.stringify(under.obligations),
  };
  toldBefore.set(notices, told);
  return told;
}

/** The members of an object as JSON, without its braces. */
const membersText = (members: object): string => JSON.stringify(members).slice(1, -1);

function givenUnder({ decided, language }: Authorized): GivenUnder {
  const agreements = [...new Set(decided.fields.flatMap(({ decision }) => decision.agreements))];
  return {
    agreements: agreements.map(({ id }) => id),
    legalBasis: agreements.map(({ legalGround }) => legalGround[language]),
    obligations: agreements.map(({ id, obligations }) => ({
      agreement: id,
      deleteBy: obligations.deleteBy,
      passingOn: obligations.passingOn[language],
    })),
  };
}

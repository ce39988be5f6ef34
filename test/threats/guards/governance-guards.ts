import type { Guard } from './guard';

/** Without it anybody signs an owner's rules. */
export const rulesSigned: Guard = {
  module: '@pasarela/schema/rule-bundles/verify-signatures',
  function: 'signersOf',
  what: 'counts the signatures of root keys that the operator pinned, of this very payload, and no others',
  permissive: () => async (_form, _type, keys) => new Set(keys.keys()),
};

/** Without it rules of yesterday come back. */
export const rulesNewer: Guard = {
  module: '@pasarela/schema/rule-bundles/why-not-newer',
  function: 'whyNotNewer',
  what: 'takes a part only under a higher number than any before',
  permissive: () => () => undefined,
};

/** Without it one person shows more. */
export const secondPerson: Guard = {
  module: '@pasarela/governance/drafts/approvals',
  function: 'isReady',
  what: 'demands the approval of a second person, of this very change, where it may show more',
  permissive: () => () => true,
};

/** Without it a change is approved by whoever wrote it. */
export const anotherPerson: Guard = {
  module: '@pasarela/governance/drafts/approvals',
  function: 'isSamePerson',
  what: 'tells whether the approver is the author',
  permissive: () => () => false,
};

/** Without it an administrator of one party writes another's rules. */
export const ownRules: Guard = {
  module: '@pasarela/governance/own-rules',
  function: 'requireOwnRules',
  what: "refuses whoever does not administer an owner's rules",
  permissive: () => () => undefined,
};

/** Without it an administrator finds, and goes on with, drafts of another party. */
export const ownDrafts: Guard = {
  module: '@pasarela/governance/own-rules',
  function: 'ownersSeenBy',
  what: "finds drafts of one's own party and of ALL, and no others",
  permissive: (actual) => (context) => [...actual(context), 'COL', 'PAN', 'USA'],
};

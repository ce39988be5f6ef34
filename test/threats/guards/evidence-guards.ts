import type { Guard } from './guard';

const NOWHERE = 'A'.repeat(43);
const WALK = '@pasarela/schema/evidence/verification/leaf-walk';

/** Without it leaves that were changed, hashes and all, pass for those that were signed. */
export const rootsCompared: Guard = {
  module: WALK,
  function: 'LeafWalk.meetHeads',
  what: 'compares the tree of the leaves with every root that was signed, by the log itself or in a checkpoint that is held',
  permissive: (_, self) => async () => {
    while (self.meetsHead) await self.options.heads.take();
  },
};

/** Without it nobody misses what was cut off. */
export const tailMissed: Guard = {
  module: WALK,
  function: 'LeafWalk.end',
  what: 'misses the leaves that a held checkpoint covers and the log does not have',
  permissive: () => async () => undefined,
};

/** Without it the gateway answers what it could not record. */
export const answerRecorded: Guard = {
  module: '@pasarela/gateway/evidence/record-answer',
  function: 'recordAnswer',
  what: 'lets an answer go once it is recorded, and not before',
  permissive: (actual) => (shaped, recorder) => actual(shaped, recorder).catch(() => ({ ...shaped, receipt: {} })),
};

/** Without it the gateway sends a mutation that it could not record. */
export const intentRecorded: Guard = {
  module: '@pasarela/gateway/evidence/record-intent',
  function: 'recordIntent',
  what: 'records a mutation before anything of it is sent to an owner',
  permissive: (actual) => (planned, recorder) =>
    actual(planned, recorder).catch(() => ({ ...planned, intent: undefined })),
};

/** Without it an owner answers what it could not record. */
export const fetchRecorded: Guard = {
  module: '@pasarela/serve/evidence/fetch-evidence',
  function: 'FetchEvidence.after',
  what: "lets an owner's answer go once it is in the owner's own log",
  permissive:
    (actual, self) =>
    (...reply) =>
      actual(...reply).catch(() => ({ log: self.owner.recorder.name, index: 0, leafHash: NOWHERE })),
};

/** Without it what is not on the disk passes for recorded. */
export const durableFirst: Guard = {
  module: '@pasarela/schema/evidence/log/log-writer',
  function: 'LogWriter.commit',
  what: 'acknowledges leaves that are on the disk',
  permissive: (actual) => (leaves) => actual(leaves).catch(() => leaves.map(() => ({ index: 0, leafHash: NOWHERE }))),
};

/** Without it the evidence keeps what was asked word by word. */
export const literalsHoisted: Guard = {
  module: '@pasarela/schema/evidence/leaves/normalise-operation',
  function: 'normaliseOperation',
  what: 'keeps of an operation the names of the schema, and no value',
  permissive: () => (document) => require('graphql').print(document),
};

/** Without it a subgraph's log holds the tokens that it was shown. */
export const tokensUnlogged: Guard = {
  module: '@pasarela/serve/subgraph-handler',
  function: 'SubgraphHandler.answer',
  what: 'logs coordinates and codes of a request, none of its headers',
  permissive: (actual, self) => (headers, body) => {
    self.options.log.warn({ authorization: headers.authorization }, 'request');
    return actual(headers, body);
  },
};

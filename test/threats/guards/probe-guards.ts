import type { Guard } from './guard';

/** Without it a party's people and agencies each ask again for one target, in one case. */
export const probeLimits: Guard = {
  module: '@pasarela/joint-identity/spend-probes',
  function: 'spendProbe',
  what: 'takes a check from the limits of its target, its case and its party, whoever of the party asks and by whichever token',
  permissive: () => async () => undefined,
};

/** Without it people are enrolled for parties that may not find them. */
export const enrolledPeople: Guard = {
  module: '@pasarela/joint-identity/may-be-found',
  function: 'mayBeFound',
  what: 'enrols nobody for a party that may not find them: then a check for them is a check for nobody',
  permissive: () => () => true,
};

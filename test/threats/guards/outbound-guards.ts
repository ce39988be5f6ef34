import type { Guard } from './guard';

const OUTBOUND = '@pasarela/schema/outbound';

/** Without it what partners share travels in plain text, or comes from a file. */
export const encryptedAddress: Guard = {
  module: `${OUTBOUND}/allowed-form`,
  function: 'isAllowedScheme',
  what: 'takes HTTPS alone, and plain HTTP only to what this start made itself',
  permissive: () => () => true,
};

/** Without it an address carries a name and a password along. */
export const noCredentials: Guard = {
  module: `${OUTBOUND}/allowed-form`,
  function: 'isWithoutCredentials',
  what: 'takes no address with a user name or a password',
  permissive: () => () => true,
};

/** Without it whoever names an address has it called. */
export const pinnedPlaces: Guard = {
  module: `${OUTBOUND}/allowed-place`,
  function: 'isAllowedPlace',
  what: 'takes a host and port that the operator pinned or that this start made, and no other',
  permissive: () => () => true,
};

/** Without it metadata services and everything else inside can be called. */
export const innerNetworks: Guard = {
  module: `${OUTBOUND}/allowed-ip`,
  function: 'isAllowedIp',
  what: 'takes no IP address of an inner network that the operator did not allow, however it is written',
  permissive: () => () => true,
};

/** Without it what a name resolves to is believed. */
export const lookupAtConnection: Guard = {
  module: `${OUTBOUND}/checked-lookup`,
  function: 'checkedLookup',
  what: 'checks what a name resolves to for the very connection that is made to it',
  permissive: () => (_, policy) => policy.resolve,
};

/** Goes on to where an answer points. */
const following: Guard['permissive'] = (actual) => async (address, sent) => {
  const answer = await actual(address, sent);
  const { location } = answer.headers;
  return location === undefined ? answer : actual(location, sent);
};

/** Without it a partner points the gateway anywhere. */
export const noRedirect: Guard = {
  module: `${OUTBOUND}/outbound-client`,
  function: 'OutboundClient.request',
  what: 'sends to the address that it was given and follows no redirection',
  permissive: following,
};

/** Without it a partner points fetches anywhere. */
export const noRedirectOfPost: Guard = {
  module: `${OUTBOUND}/outbound-client`,
  function: 'OutboundClient.post',
  what: 'posts to the address that it was given and follows no redirection',
  permissive: following,
};

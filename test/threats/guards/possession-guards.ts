import { createHash } from 'node:crypto';
import type { Guard } from './guard';

const CHECKS = '@pasarela/schema/identity/possession/proof-checks';

/** Without it whoever has a token may use it. */
export const possession: Guard = {
  module: '@pasarela/gateway/authenticate/require-possession',
  function: 'requirePossession',
  what: 'takes a bound token with a proof that its key is held, and an unbound one without',
  permissive: () => async () => undefined,
};

/** Without it a service's token works without a key. */
export const serviceBinding: Guard = {
  module: '@pasarela/schema/identity/possession/binding',
  function: 'isBoundAsNeeded',
  what: 'takes no token of a service that is not bound to its key',
  permissive: () => () => true,
};

/** Without it a key that everybody knows is proof enough. */
export const proofSignature: Guard = {
  module: '@pasarela/schema/identity/possession/read-proof',
  function: 'readSignedProof',
  what: 'verifies the signature of a proof under the key that it brings',
  permissive: () => async (text) => {
    const { jwk } = partOf(text, 0);
    return { thumbprint: thumbprintOf(jwk), claims: partOf(text, 1) };
  },
};

/** Without it any key proves. */
export const proofKey: Guard = {
  module: CHECKS,
  function: 'isOfKey',
  what: "compares the proof's key with the one that the token is bound to",
  permissive: () => () => true,
};

/** Without it a proof that was made for somebody else's server opens the gateway. */
export const proofRequest: Guard = {
  module: CHECKS,
  function: 'isForRequest',
  what: 'compares the method and the address that a proof is for',
  permissive: () => () => true,
};

/** Without it a proof serves for every token of its client. */
export const proofToken: Guard = {
  module: CHECKS,
  function: 'isForToken',
  what: 'compares the token that a proof is for',
  permissive: () => () => true,
};

/** Without it a proof can be made for later, and kept. */
export const proofTime: Guard = {
  module: CHECKS,
  function: 'isFresh',
  what: 'takes proofs that were made just now',
  permissive: () => () => true,
};

/** Without it a proof that was overheard works again. */
export const proofOnce: Guard = {
  module: '@pasarela/schema/identity/possession/replay-memory',
  function: 'ReplayMemory.remember',
  what: 'takes each proof once, and none that it could not remember',
  permissive: () => () => true,
};

const partOf = (text: string, part: number): any =>
  JSON.parse(Buffer.from(text.split('.')[part] as string, 'base64url').toString('utf8'));

const thumbprintOf = ({ crv, kty, x }: Record<string, string>): string =>
  createHash('sha256').update(JSON.stringify({ crv, kty, x })).digest('base64url');

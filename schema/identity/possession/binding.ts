import { ROLES_BOUND } from '../purposes';
import type { Requester } from '../requester';

/**
 * Whether a requester's token is bound to a key where it has to be.
 *
 * INVARIANT: the token of a service that runs unattended lies on a disk, so it is worth nothing without its key.
 */
export const isBoundAsNeeded = ({ roles, clientKeyThumbprint }: Requester): boolean =>
  clientKeyThumbprint !== undefined || !roles.some((role) => ROLES_BOUND.includes(role));

import type { Agreement } from './rule';

/** How decisions name an agreement: `OWNER:ID`. */
export const nameOfAgreement = ({ owner, id }: Pick<Agreement, 'owner' | 'id'>): string => `${owner}:${id}`;

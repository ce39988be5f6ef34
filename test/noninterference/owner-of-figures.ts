import type { WithheldChange } from './withheld-change';

/** Whose figures a model keeps, by what its name begins with. */
const PARTIES: Readonly<Record<string, string>> = { Colombia: 'COL', Panama: 'PAN', Usa: 'USA' };

/** What a model's name begins with, if it is an owner's. */
export const ownerPrefix = (model: string): string | undefined =>
  Object.keys(PARTIES).find((prefix) => model.startsWith(prefix));

/** Whether a requester is the owner of a model's figures, who is shown the exact ones and no others. */
export const isOwnerOf = (model: string, { shown }: WithheldChange): boolean =>
  Object.entries(PARTIES).some(([prefix, party]) => model.startsWith(prefix) && party === shown.party);

import { OWNER_JOINT } from '../labels/label';
import type { RuleSet } from './rule-set';

/** Whom to ask about what an owner has: of what several can contribute, each of them. */
export function contactOf(owner: string | undefined, { parties }: Pick<RuleSet, 'parties'>): string | null {
  if (owner === OWNER_JOINT)
    return Object.values(parties)
      .map(({ contact }) => contact)
      .join('; ');
  return parties[owner ?? '']?.contact ?? null;
}

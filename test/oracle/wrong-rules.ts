import type { WrittenCap, WrittenGrant, WrittenRules } from './cases/scenario';

const DAY = 86_400_000;

const aDayLater = (grant: WrittenGrant): WrittenGrant => ({
  ...grant,
  agreement: { ...grant.agreement, from: grant.agreement.from + DAY, to: grant.agreement.to + DAY },
});

const turned = (cap: WrittenCap): WrittenCap => (cap.unless ? { ...cap, when: cap.unless, unless: undefined } : cap);

const unlocked = (grant: WrittenGrant): WrittenGrant => ({ ...grant, breakGlass: undefined });

/** Rules copied wrongly: each must be noticed. */
export const WRONG_COPIES: Readonly<Record<string, (rules: WrittenRules) => WrittenRules>> = {
  'a cap is dropped': ({ grants, caps }) => ({ grants, caps: caps.slice(1) }),
  'grants hold a day later': ({ grants, caps }) => ({ grants: grants.map(aDayLater), caps }),
  'break-glass grants hold for everybody': ({ grants, caps }) => ({ grants: grants.map(unlocked), caps }),
  '`unless` has become `when`': ({ grants, caps }) => ({ grants, caps: caps.map(turned) }),
};

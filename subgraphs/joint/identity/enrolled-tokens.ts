import { createHmac } from 'node:crypto';
import type { EnrolmentRow } from './enrolment.model';
import { type EnrollablePerson, mayBeFound } from './may-be-found';
import type { TargetAttributes } from './normalised-attributes';
import { TOKEN_KINDS, tokenOf } from './probe-tokens';

/** Somebody as their owner knows them. */
export interface KnownPerson extends EnrollablePerson, TargetAttributes {
  /** The owner's own id. */
  readonly id: string;
}

/** One owner's contribution for one party that may ask. */
export interface Contribution {
  readonly owner: string;
  readonly asking: string;
  /** What the two share. */
  readonly pairKey: Uint8Array;
  /** The owner's alone: references of one person towards two parties cannot be matched without it. */
  readonly ownerKey: Uint8Array;
  readonly dataset: string;
  readonly expiresAt: number;
}

/** Contributions are filled up to a multiple of this, so that their size does not tell how many were left out. */
export const PADDED_TO = 256;

/**
 * What an owner gives to the joint host for one party: tokens of those whom that party may find, and padding. It
 * runs on the owner's side.
 */
export function enrolledTokens(people: readonly KnownPerson[], contribution: Contribution): EnrolmentRow[] {
  const { owner, asking, pairKey } = contribution;
  const row = rowOf(contribution);
  const rows = people
    .filter((person) => mayBeFound(person, asking))
    .flatMap((person) => {
      const subject = subjectOf(person.id, contribution);
      const tokens = TOKEN_KINDS.map((kind) => tokenOf(kind, person, { asking, asked: owner, key: pairKey }));
      return tokens.filter((token) => token !== undefined).map((token) => row(token, subject));
    });
  return inOrder(padded(oncePerToken(rows), contribution));
}

/** People of one name and birth date share a token. INVARIANT: whose reference stands does not depend on the order of the people. */
function oncePerToken(rows: readonly EnrolmentRow[]): EnrolmentRow[] {
  const byToken = new Map<string, EnrolmentRow>();
  for (const row of rows) {
    const known = byToken.get(row._id);
    if (!known || row.subject < known.subject) byToken.set(row._id, row);
  }
  return [...byToken.values()];
}

function padded(rows: readonly EnrolmentRow[], contribution: Contribution): EnrolmentRow[] {
  const { asking, ownerKey } = contribution;
  const row = rowOf(contribution);
  const wanted = Math.max(1, Math.ceil(rows.length / PADDED_TO)) * PADDED_TO;
  const filler = (number: number) => fillerOf(`${asking}|padding ${number}`, ownerKey);
  const padding = Array.from({ length: wanted - rows.length }, (_, index) =>
    row(filler(index), filler(-1 - index).slice(0, SUBJECT)),
  );
  return [...rows, ...padding];
}

/** In the order of the tokens: whose comes first says nothing. */
const inOrder = (rows: readonly EnrolmentRow[]): EnrolmentRow[] =>
  rows.toSorted((one, other) => (one._id < other._id ? -1 : 1));

const SUBJECT = 24;

const rowOf =
  ({ owner, asking, dataset, expiresAt }: Contribution) =>
  (_id: string, subject: string): EnrolmentRow => ({ _id, dataset, contributedBy: owner, asking, subject, expiresAt });

/** The owner's reference of a person towards one party. */
export const subjectOf = (id: string, { asking, ownerKey }: Pick<Contribution, 'asking' | 'ownerKey'>): string =>
  fillerOf(`${asking}|subject ${id}`, ownerKey).slice(0, SUBJECT);

/** Nobody without the owner's key can tell what this stands for, or that it stands for nothing. */
const fillerOf = (text: string, ownerKey: Uint8Array): string =>
  createHmac('sha256', ownerKey).update(text).digest('base64url');

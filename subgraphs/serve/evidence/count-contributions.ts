import { levelOn } from '@pasarela/schema/access/decide';
import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { Decision } from '@pasarela/schema/access/decision';
import { rankOf } from '@pasarela/schema/access/levels';
import { isPartyCode, type LabelTable, OWNER_JOINT } from '@pasarela/schema/labels/label';
import type { AnswerContributors, HeldRecord } from './answer-contributors';
import { type JointPlace, placesOfFields } from './places-of-fields';

/** What went out of one field, of one contributor's. */
export interface CountedField {
  readonly decision: Decision;
  /** The record on which most of it was shown; undefined where the field stands on none. */
  record: object | undefined;
  /** The most that was shown of it on any of the contributor's records. */
  rank: number;
  values: number;
}

/** The fields of each contributor, by coordinate. */
export type CountedContributions = ReadonlyMap<string, ReadonlyMap<string, CountedField>>;

/** An answer of a joint domain, and whose records stand in it. */
export interface JointAnswer {
  readonly data: unknown;
  readonly fields: readonly DecidedField[];
  readonly contributors: AnswerContributors;
  readonly labels: LabelTable;
}

/**
 * What went out of each field of an answer, by the party whose it was. A value within a record is its contributor's;
 * a field that brings records is theirs whose records came; all else is of its owner, a party or JOINT.
 *
 * INVARIANT: what one contributor's part says depends on its own records and on the operation, on nobody else's
 * records: a field that brought none of anybody's is in no part.
 */
export function countContributions({ data, fields, contributors, labels }: JointAnswer): CountedContributions {
  const walk = new AnswerWalk(contributors);
  walk.below(data, placesOfFields(fields, labels), { place: '', held: undefined });
  return walk.parts;
}

/** Where the walk stands: the place in the answer, and the record that it is within. */
interface Position {
  readonly place: string;
  readonly held: HeldRecord | undefined;
}

/** Those of whom something stands in a value. */
type Contributors = ReadonlySet<string>;
const NOBODY: Contributors = new Set();

class AnswerWalk {
  readonly parts = new Map<string, Map<string, CountedField>>();

  constructor(private readonly contributors: AnswerContributors) {}

  /** Counts what is in a value. */
  below(value: unknown, place: JointPlace, position: Position): Contributors {
    if (value === null || typeof value !== 'object') return NOBODY;
    if (Array.isArray(value))
      return union(value.map((item, at) => this.below(item, place, { ...position, place: `${position.place}/${at}` })));
    const own = this.contributors.at(position.place);
    const held = own ?? position.held;
    const inner = [...place.below].map(([name, next]) =>
      this.field((value as Readonly<Record<string, unknown>>)[name], next, {
        place: `${position.place}/${name}`,
        held,
      }),
    );
    return union(own ? [...inner, new Set([own.contributor])] : inner);
  }

  private field(value: unknown, place: JointPlace, position: Position): Contributors {
    const inner = this.below(value, place, position);
    const { decision } = place;
    if (!decision || value === undefined) return inner;
    const whose = whoseIs(place, decision, { held: position.held, inner });
    const record = place.onRecord ? position.held?.record : undefined;
    for (const contributor of whose) this.count(contributor, decision, { record, isBlank: value === null });
    return union([inner, whose]);
  }

  private count(
    contributor: string,
    decision: Decision,
    { record, isBlank }: { readonly record: object | undefined; readonly isBlank: boolean },
  ): void {
    const part = this.parts.get(contributor) ?? new Map<string, CountedField>();
    this.parts.set(contributor, part);
    const field = part.get(decision.coordinate) ?? { decision, record, rank: -1, values: 0 };
    part.set(decision.coordinate, field);
    if (!isBlank) field.values += 1;
    const most = rankIn(decision, decision.level);
    // Once as much was shown as ever can be, no further record says more.
    if (field.rank >= most) return;
    const rank = record ? rankIn(decision, levelOn(decision, record)) : most;
    if (rank > field.rank) Object.assign(field, { rank, record });
  }
}

/** Whose a value is: the contributor's of the record that it is in, theirs whose records it brings, or its owner's. */
function whoseIs(
  { bringsRecords }: JointPlace,
  { label }: Decision,
  { held, inner }: { readonly held: HeldRecord | undefined; readonly inner: Contributors },
): Contributors {
  if (held) return new Set([held.contributor]);
  if (bringsRecords) return inner;
  const owner = label?.owner ?? OWNER_JOINT;
  return union([inner, new Set([isPartyCode(owner) ? owner : OWNER_JOINT])]);
}

const rankIn = ({ label }: Decision, level: string): number => rankOf(label?.kind ?? 'other', level) ?? 0;

function union(sets: readonly Contributors[]): Contributors {
  const [first = NOBODY, ...others] = sets.filter(({ size }) => size > 0);
  return others.length === 0 ? first : new Set([first, ...others].flatMap((set) => [...set]));
}

import type { CapTarget } from '@pasarela/schema/access/rule';
import { RECORD_SUBJECTS, type RecordSubject, SENSITIVITIES, SUBJECTS } from '@pasarela/schema/directives';
import type { ValueKind } from '@pasarela/schema/labels/label';
import fc from 'fast-check';
import { BROUGHT, CHAINS, kindOf, LABELS, typeOf } from '../domain';

/** A field that a cap is to reach, mostly; the fields around it; whose cap it is. */
interface Aim {
  readonly field: string;
  readonly fields: readonly string[];
  readonly owner: string;
}

/** What a cap of fields may name: by name only what can be blank and is the owner's, or the rule is refused. */
export function anyFieldTarget({ field, fields, owner }: Aim): fc.Arbitrary<CapTarget> {
  const named = fields.filter((one) => canBeNamed(one, owner));
  return fc.oneof(
    ...(named.length > 0 ? [fc.record({ coordinates: fc.subarray(named, { minLength: 1 }) })] : []),
    fc.record({ types: around([typeOf(field)], ['Crossing', 'Permit', 'Need', 'Query', 'CrossingPage', 'Code']) }),
    anyTags(field),
    anyTags(field),
  );
}

/** What a row rule may name. */
export const anyRowTarget: fc.Arbitrary<CapTarget> = fc.oneof(
  fc.record({ rows: fc.subarray(['Crossing', 'Permit', 'Need'], { minLength: 1 }) }),
  fc.record({ rowsOf: fc.subarray<RecordSubject>(['PERSON', 'PERMIT', 'CASE'], { minLength: 1, maxLength: 2 }) }),
);

function canBeNamed(coordinate: string, owner: string): boolean {
  const label = LABELS.fields.get(coordinate);
  if (!label?.nullable || label.structural || label.key) return false;
  if (owner === 'ALL' || label.owner === owner) return true;
  return label.owner === 'JOINT' && typeOf(coordinate) !== 'Query';
}

/** Some of the tags that the field has, or seldom one that it has not. */
function anyTags(field: string): fc.Arbitrary<CapTarget> {
  const { about = [], sensitivity } = LABELS.fields.get(field) ?? {};
  const subject = LABELS.records.get(BROUGHT[field] ?? '')?.of;
  const fitting = {
    kinds: around([kindOf(field)], Object.keys(CHAINS) as ValueKind[]),
    ...(sensitivity ? { sensitivities: around([sensitivity], SENSITIVITIES) } : {}),
    ...(about.length > 0 ? { about: around(about, SUBJECTS) } : {}),
    ...(subject ? { returning: around([subject], RECORD_SUBJECTS) } : {}),
  };
  return fc.oneof(
    {
      weight: 5,
      arbitrary: fc.record(fitting, { requiredKeys: [] }).filter((tags) => Object.keys(tags).length > 0),
    },
    { weight: 1, arbitrary: fc.record({ returning: around([], RECORD_SUBJECTS) }) },
  );
}

/** Values that fit with some others, or seldom others alone. */
function around<Value>(fitting: readonly Value[], all: readonly Value[]): fc.Arbitrary<Value[]> {
  const others = fc.subarray([...all], { minLength: 1, maxLength: 3 });
  if (fitting.length === 0) return others;
  const both = fc.tuple(fc.constantFrom(...fitting), others).map(([one, more]) => [...new Set([one, ...more])]);
  return fc.oneof({ weight: 5, arbitrary: both }, { weight: 1, arbitrary: others });
}

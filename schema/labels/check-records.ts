import { ATTRIBUTE_TYPES, RECORD_SUBJECTS, type RecordSubject, SENSITIVITIES } from '../directives';
import { type AttributeLabel, type LabelProblem, type LabelTable, OWNER_ANY, type RecordLabel } from './label';
import { typesBehind } from './type-behind';

/** Records of people: nobody may find one by a key that another owner holds too. */
const NEVER_ENTITIES: readonly (RecordSubject | undefined)[] = ['PERSON', 'IDENTITY_TARGET'];

/** Checks the types that declare records, and the fields that bring rows of them or of another owner's entities. */
export function checkRecords(table: LabelTable): LabelProblem[] {
  return [
    ...[...table.records.values()].flatMap((record) => recordProblems(record, table)),
    ...rowProblems(table),
    ...stubProblems(table),
  ];
}

function recordProblems(record: RecordLabel, table: LabelTable): LabelProblem[] {
  const { type, of, owner, subgraph } = record;
  const causes = [
    !owner && 'declares records without an owner: add @owner(party: ...) to the type',
    of !== undefined && !RECORD_SUBJECTS.includes(of) && `is a record of the unknown subject ${of}`,
    NEVER_ENTITIES.includes(of) && hasKey(type, table) && 'is a record of a person, who is no key across owners',
    ...[...record.attributes.values()].map(attributeCause),
    ...[...record.attributes.values()].map((attribute) => belittled(attribute, type, table)),
  ];
  return causes
    .filter((cause): cause is string => typeof cause === 'string')
    .map((cause) => ({ coordinate: type, subgraph, cause }));
}

function attributeCause({ name, path, type, sensitivity }: AttributeLabel): string | false {
  if (!/^\w+$/.test(name) || !/^\w+(\.\w+)*$/.test(path))
    return `has an attribute ${name} whose name or path is no name`;
  if (!ATTRIBUTE_TYPES.includes(type)) return `has an attribute ${name} of the unknown type ${type}`;
  return !SENSITIVITIES.includes(sensitivity) && `has an attribute ${name} without a known sensitivity`;
}

/** INVARIANT: what a condition reads is as sensitive as the field that shows it. */
function belittled({ name, sensitivity }: AttributeLabel, type: string, { fields }: LabelTable): string | false {
  const shown = fields.get(`${type}.${name}`)?.sensitivity;
  if (!shown || !SENSITIVITIES.includes(sensitivity)) return false;
  if (SENSITIVITIES.indexOf(sensitivity) >= SENSITIVITIES.indexOf(shown)) return false;
  return `has an attribute ${name} that says ${sensitivity}, and its field ${shown}`;
}

const hasKey = (type: string, { fields }: LabelTable): boolean =>
  [...fields.values()].some(({ coordinate, key }) => key && coordinate.startsWith(`${type}.`));

/** A row that does not exist for somebody is null where it stands alone, so the field must be able to be null. */
function rowProblems({ fields, records, members }: LabelTable): LabelProblem[] {
  const hasRows = (type: string) => [type, ...(members.get(type) ?? [])].some((name) => records.has(name));
  return [...fields.values()]
    .filter(({ structural, nullable, type }) => !structural && !nullable && hasRows(type))
    .map(({ coordinate, subgraphs, type }) => ({
      coordinate,
      subgraph: subgraphs.join(', '),
      cause: `returns ${type}, whose rows a rule can hide, so it must be nullable`,
    }));
}

/**
 * INVARIANT: no owner's field lists another owner's entities, not even as stubs of a key: which of them it
 * holds would be told under rules that are not their owner's.
 */
function stubProblems(table: LabelTable): LabelProblem[] {
  const owners = entityOwners(table);
  return [...table.fields.values()]
    .filter(({ structural, key }) => !structural && !key)
    .flatMap(({ coordinate, owner, type, subgraphs }) => {
      return typesBehind({ type }, table).flatMap((entity) => {
        const foreign = [...(owners.get(entity) ?? [])].find((of) => of !== OWNER_ANY && of !== owner);
        if (!foreign) return [];
        const cause = `returns ${entity}, an entity of ${foreign}: stubs of another owner's entities are not listed`;
        return [{ coordinate, subgraph: subgraphs.join(', '), cause }];
      });
    });
}

function entityOwners({ fields }: LabelTable): Map<string, Set<string>> {
  const owners = new Map<string, Set<string>>();
  for (const { coordinate, key, owner } of fields.values()) {
    if (!key || !owner) continue;
    const type = coordinate.split('.')[0] as string;
    owners.set(type, (owners.get(type) ?? new Set()).add(owner));
  }
  return owners;
}

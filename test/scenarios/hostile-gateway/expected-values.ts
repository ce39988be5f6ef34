import { levelOn } from '@pasarela/schema/access/decide';
import type { Decider } from '@pasarela/schema/access/decider';
import type { ValueKind } from '@pasarela/schema/labels/label';
import { type GraphQLOutputType, getNamedType, isListType, isNonNullType, isObjectType } from 'graphql';
import type { StoredRow, WitnessedStage } from '../../federation/witnessed-stage';
import type { FieldPath } from './field-paths';

type Stored = Pick<WitnessedStage, 'stored'>;

type RecordsOf = Readonly<Record<string, (stage: Stored, decider: Decider) => readonly StoredRow[]>>;

const existing = (type: string, rows: readonly StoredRow[], decider: Decider): readonly StoredRow[] =>
  rows.filter((row) => decider.rows(type).exist.holds(row));

/** The collection of an owner's cases. */
const casesIn = (prefix: string): string => `${prefix.toLowerCase()}_smuggling_cases`;

/** An owner's cases, and the persons in them. */
function casesOf(prefix: string): RecordsOf {
  const [type, person] = [`${prefix}SmugglingCase`, `${prefix}CasePerson`];
  const cases = (stage: Stored, decider: Decider) => existing(type, stage.stored(casesIn(prefix)), decider);
  return {
    [type]: cases,
    [person]: (stage, decider) =>
      existing(
        person,
        cases(stage, decider).flatMap(({ persons }) => persons),
        decider,
      ),
  };
}

/** The stored records of each type that exist for an asker, those in a record that does not exist left out. */
const RECORDS: RecordsOf = {
  CrossingRecord: (stage, decider) => existing('CrossingRecord', stage.stored('crossing_records'), decider),
  Permit: (stage, decider) => existing('Permit', stage.stored('permits'), decider),
  PermitHolder: (stage, decider) =>
    existing(
      'PermitHolder',
      existing('Permit', stage.stored('permits'), decider).map(({ holder }) => holder),
      decider,
    ),
  ...casesOf('Usa'),
  ...casesOf('Colombia'),
  ...casesOf('Panama'),
};

/** Whether the test knows what is stored behind a field. Ids are sealed, so they are none of the stored values. */
export const isWitnessed = ({ coordinate }: FieldPath): boolean =>
  (coordinate.split('.')[0] as string) in RECORDS && !coordinate.endsWith('.id');

/** What must come back for a field: one value for each record that exists, at the level of that record. */
export function expectedValues(path: FieldPath, stage: Stored, decider: Decider): unknown[] {
  const [type, name] = path.coordinate.split('.') as [string, string];
  const decision = decider.decide(path.coordinate);
  const kind = decision.label?.kind ?? 'other';
  const field = path.steps.at(-1)?.field as FieldPath['steps'][number]['field'];
  return (RECORDS[type] as (typeof RECORDS)[string])(stage, decider).map((row) =>
    lowered(answered(row[name], field.type, decider), kind, levelOn(decision, row)),
  );
}

/** A stored value in the shape of an answer; rows in it that do not exist are left out. */
function answered(value: unknown, type: GraphQLOutputType, decider: Decider): unknown {
  if (value === null || value === undefined) return null;
  if (isNonNullType(type)) return answered(value, type.ofType, decider);
  const named = getNamedType(type).name;
  if (isListType(type)) {
    const items = named in RECORDS ? existing(named, value as StoredRow[], decider) : (value as unknown[]);
    return items.map((item) => answered(item, type.ofType, decider));
  }
  if (!isObjectType(type)) return value;
  return named === 'Place' || named === 'Nationality' ? { code: value } : { __typename: named };
}

/** What stands for any pseudonym and for any age band: the test does not make them a second time. */
export const PSEUDONYM = 'a pseudonym';
export const AGE_BAND = 'an age band';

function lowered(value: unknown, kind: ValueKind, level: string): unknown {
  if (level === 'none') return null;
  if (value === null) return null;
  switch (`${kind} ${level}`) {
    case 'date month':
      return String(value).slice(0, 7);
    case 'birthDate ageBand':
      return AGE_BAND;
    case 'place firstAdministrativeLevel':
      return { code: (value as { code: string }).code.split(':')[0] };
    case 'identifier pseudonym':
      return PSEUDONYM;
    case 'needs general':
      return (value as string[]).filter((code) => !/^(SV|TR|LP|SM)(-|$)/.test(code));
    default:
      return value;
  }
}

/** What came back, with what cannot be foretold replaced: it must be no stored value, and of the right form. */
export function recognized(value: unknown, path: FieldPath, stage: Stored): unknown {
  if (typeof value !== 'string') return value;
  if (/^(0-4|5-11|12-17|18-59|60\+)$/.test(value)) return AGE_BAND;
  const kind = getNamedType((path.steps.at(-1) as FieldPath['steps'][number]).field.type).name;
  return kind === 'PersonKey' && !everyStoredText(stage).has(value) ? PSEUDONYM : value;
}

const texts = new WeakMap<object, ReadonlySet<string>>();

function everyStoredText(stage: Stored): ReadonlySet<string> {
  const known = texts.get(stage);
  if (known) return known;
  const all = ['crossing_records', 'permits', ...['Usa', 'Colombia', 'Panama'].map(casesIn)].map((name) =>
    JSON.stringify(stage.stored(name)),
  );
  const found = new Set(all.join().match(/(?<=")[^"]+(?=")/g));
  texts.set(stage, found);
  return found;
}

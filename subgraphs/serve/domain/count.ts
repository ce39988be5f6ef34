import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Shareable, Structural } from './labels';
import { PartialDate } from './scalars';

/** What stands behind a count's value, or behind its absence. */
export enum CountState {
  VALUE = 'VALUE',
  ZERO = 'ZERO',
  SUPPRESSED = 'SUPPRESSED',
  WITHHELD = 'WITHHELD',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
  NOT_APPLICABLE = 'NOT_APPLICABLE',
  NOT_COLLECTED = 'NOT_COLLECTED',
  OUTAGE = 'OUTAGE',
}
registerEnumType(CountState, {
  name: 'CountState',
  description: 'What stands behind a value or its absence. A blank is never a zero.',
});

/** Whether a figure may still change. Nothing is ever final. */
export enum CountStatus {
  PROVISIONAL = 'PROVISIONAL',
  REVISED = 'REVISED',
}
registerEnumType(CountStatus, {
  name: 'CountStatus',
  description: 'PROVISIONAL: as first published. REVISED: replaces an earlier figure. Nothing is ever final.',
});

/** What one unit of a count is. */
export enum CountUnit {
  PERSONS = 'PERSONS',
  DETECTIONS = 'DETECTIONS',
  REGISTERED_ENTRIES = 'REGISTERED_ENTRIES',
  ENCOUNTERS = 'ENCOUNTERS',
  PERMITS = 'PERMITS',
  CASES = 'CASES',
  ARRESTS = 'ARRESTS',
  CONVICTIONS = 'CONVICTIONS',
  APPLICATIONS = 'APPLICATIONS',
  INVESTIGATIONS = 'INVESTIGATIONS',
  DAYS = 'DAYS',
  CONSULTATIONS = 'CONSULTATIONS',
  REFERRALS = 'REFERRALS',
  FLIGHTS = 'FLIGHTS',
  TICKETS = 'TICKETS',
  IDENTITY_CHECKS = 'IDENTITY_CHECKS',
  DOCUMENTS = 'DOCUMENTS',
}
registerEnumType(CountUnit, { name: 'CountUnit', description: 'What one unit of a count is.' });

/**
 * One figure and everything that is needed to read it: whose count it is, of what, as of when. It is
 * structural: the field that returns it decides. Two parties' counts stand side by side, never summed.
 */
@ObjectType({ description: 'One figure with its provenance. Two counting parties are never summed.' })
@Structural()
@Shareable()
export class Count {
  @Field(() => Int, { nullable: true, description: 'The figure; null unless state is VALUE or ZERO.' })
  value!: number | null;

  @Field(() => CountState, { description: 'What stands behind the value or its absence.' })
  state!: CountState;

  @Field(() => String, { description: 'The authority that counted, and its state: "PAN: SNM".' })
  countingParty!: string;

  @Field(() => String, { description: 'What is counted, in the words of the counting party.' })
  definition!: string;

  @Field(() => CountUnit, { description: 'What one unit of the value is.' })
  unit!: CountUnit;

  @Field(() => PartialDate, { nullable: true, description: 'The date at which the figure was held or published.' })
  asOf!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'First day, month or year that the figure covers.' })
  coverageFrom!: string | null;

  @Field(() => PartialDate, { nullable: true, description: 'Last day, month or year that the figure covers.' })
  coverageTo!: string | null;

  @Field(() => CountStatus, { description: 'PROVISIONAL as first published, REVISED when it replaces another.' })
  status!: CountStatus;

  @Field(() => String, { nullable: true, description: 'Where the figure was read: an address or a document.' })
  source!: string | null;

  @Field(() => String, { description: 'The dataset that holds it; SYNTHETIC ones say so in their name.' })
  dataset!: string;

  @Field(() => String, { nullable: true, description: 'A caution that must travel with the figure.' })
  note!: string | null;
}

type CountInput = Omit<Partial<Count>, 'state'> &
  Pick<Count, 'countingParty' | 'definition' | 'unit' | 'dataset'> & { state?: CountState };

/** Builds a count; a figure without a stated state is VALUE or ZERO, and no figure must say why. */
export function count(input: CountInput): Count {
  const value = input.value ?? null;
  const state = input.state ?? stateOf(value);
  const absent = { asOf: null, coverageFrom: null, coverageTo: null, source: null, note: null };
  return Object.assign(new Count(), absent, { status: CountStatus.PROVISIONAL }, input, { value, state });
}

function stateOf(value: number | null): CountState {
  if (value === null) throw new Error('A count without a value must state why: state is required.');
  return value === 0 ? CountState.ZERO : CountState.VALUE;
}

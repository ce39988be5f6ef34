import { Field, Int, ObjectType, registerEnumType } from 'type-graphql';
import { connectionOf } from '../domain/connection';
import { Shareable, Structural } from '../domain/labels';
import type { Outcome } from './index-models';

/** What became of a field in an answer. */
export enum DisclosureOutcome {
  SHOWN = 'SHOWN',
  LOWERED = 'LOWERED',
  WITHHELD = 'WITHHELD',
}
registerEnumType(DisclosureOutcome, {
  name: 'DisclosureOutcome',
  description: 'SHOWN in full, LOWERED to a level, or WITHHELD: asked for, and not fetched.',
});

/** One field of one answer. */
@ObjectType({ description: 'One field of one answer.' })
@Structural()
@Shareable()
export class DisclosedField {
  @Field(() => String, { description: 'Type.field.' })
  coordinate!: string;

  @Field(() => DisclosureOutcome, { description: 'Shown, lowered or withheld.' })
  outcome!: Outcome;

  @Field(() => String, { nullable: true, description: 'The level at which it was shown, where that is less than all.' })
  level!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The rule that lowers or withholds it; blank where nothing grants it.',
  })
  rule!: string | null;

  @Field(() => Int, { description: 'How many values of it went out.' })
  values!: number;
}

/** One answer that left, as the leaf in the owner's log says. */
@ObjectType({ description: "One answer that left, as the leaf in the owner's log says." })
@Structural()
@Shareable()
export class Disclosure {
  @Field(() => Int, {
    nullable: true,
    description:
      'The number of its leaf in the log. Null in a joint domain, where numbers would tell how much others received of others.',
  })
  leaf!: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      "In a joint domain, whose part of the answer this is: the asking party's, or JOINT for what no one party contributed. Null elsewhere.",
  })
  contributor!: string | null;

  @Field(() => String, { description: "The leaf's hash, by which it is proven (npm run verify)." })
  leafHash!: string;

  @Field(() => String, { description: 'When it left, UTC.' })
  time!: string;

  @Field(() => String, { description: 'The request to which it belongs; its receiver knows it too.' })
  requestId!: string;

  @Field(() => String, { description: 'The party that received it.' })
  party!: string;

  @Field(() => String, { description: 'Its agency.' })
  agency!: string;

  @Field(() => String, {
    description:
      "Who asked, by their own issuer's name; where all was withheld, as the gateway says. An official: for oversight only.",
  })
  requester!: string;

  @Field(() => [String], { description: 'In which roles.' })
  roles!: readonly string[];

  @Field(() => String, { description: 'For what.' })
  purpose!: string;

  @Field(() => String, { nullable: true, description: 'The case that was named.' })
  caseReference!: string | null;

  @Field(() => String, { description: 'The version of the rules that decided it.' })
  ruleSetVersion!: string;

  @Field(() => [String], { description: 'The agreements under which it left, OWNER:ID.' })
  agreements!: readonly string[];

  @Field(() => [String], { description: 'The caps that held it down.' })
  rules!: readonly string[];

  @Field(() => [DisclosedField], { description: 'What became of each field.' })
  fields!: readonly DisclosedField[];

  @Field(() => Int, { description: 'How many stored records went into it.' })
  records!: number;
}

/** One field on one day: what a party received of it, or was refused, under one version of the rules. */
@ObjectType({ description: 'One field on one day: what a party received of it, or was refused, under one version.' })
@Structural()
@Shareable()
export class DisclosureTotal {
  @Field(() => String, {
    nullable: true,
    description:
      "In a joint domain, whose part of answers it counts: the asking party's, or JOINT for what no one party contributed. Null elsewhere.",
  })
  contributor!: string | null;

  @Field(() => String, { description: 'The day, UTC.' })
  day!: string;

  @Field(() => String, { description: 'The party that asked.' })
  party!: string;

  @Field(() => String, { description: 'For what.' })
  purpose!: string;

  @Field(() => String, { description: 'The version of the rules that decided it.' })
  ruleSetVersion!: string;

  @Field(() => String, { description: 'The field, Type.field.' })
  coordinate!: string;

  @Field(() => DisclosureOutcome, { description: 'Shown, lowered or withheld.' })
  outcome!: Outcome;

  @Field(() => String, { nullable: true, description: 'The level at which it was shown, where that is less than all.' })
  level!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The rule that lowers or withholds it; blank where nothing grants it.',
  })
  rule!: string | null;

  @Field(() => Int, { description: 'In how many answers.' })
  answers!: number;

  @Field(() => Int, { description: 'How many values went out in them.' })
  values!: number;
}

/** A page of answers. */
export const DisclosureConnection = connectionOf(() => Disclosure, 'Disclosure', { shared: true });

/** A page of totals. */
export const DisclosureTotalConnection = connectionOf(() => DisclosureTotal, 'DisclosureTotal', { shared: true });

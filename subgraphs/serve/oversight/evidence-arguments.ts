import { ArgsType, type ClassType, Field, ID } from 'type-graphql';
import { PageArguments } from '../domain/connection';
import { Reads } from '../domain/labels';
import type { DisclosureConditions, RecordName, TotalConditions } from './find-evidence';

/** What the fields of one domain's evidence are asked with. */
export interface EvidenceArguments {
  readonly disclosures: ClassType<PageArguments & DisclosureConditions>;
  readonly recipients: ClassType<PageArguments & RecordName>;
  readonly totals: ClassType<PageArguments & TotalConditions>;
}

/** Makes the arguments. @param evidence the domain's field of evidence, which all of them read. */
export function evidenceArguments(evidence: `Query.${string}`): EvidenceArguments {
  const condition = (description: string): PropertyDecorator => reading(evidence, { description, nullable: true });
  return {
    disclosures: disclosureArguments(condition),
    recipients: recipientArguments(evidence),
    totals: totalArguments(condition),
  };
}

const FROM = 'From when on: a day, or an instant in ISO 8601.';
const TO = 'Until when, itself not within: a day, or an instant in ISO 8601.';
const FIRST_DAY = 'The first day, like 2026-11-01.';
const END_DAY = 'The day after the last one.';

type Condition = (description: string) => PropertyDecorator;

function disclosureArguments(Condition: Condition): EvidenceArguments['disclosures'] {
  @ArgsType()
  class DisclosureArguments extends PageArguments {
    @Condition('The party that received it.') party?: string | null;
    @Condition('A field that was shown, in full or lowered: Type.field.') field?: string | null;
    @Condition('For what.') purpose?: string | null;
    @Condition('The agreement under which it left, OWNER:ID.') agreement?: string | null;
    @Condition('The version of the rules that decided it.') ruleSetVersion?: string | null;
    @Condition(FROM) from?: string | null;
    @Condition(TO) to?: string | null;
  }
  return DisclosureArguments;
}

function recipientArguments(evidence: `Query.${string}`): EvidenceArguments['recipients'] {
  @ArgsType()
  class RecipientArguments extends PageArguments {
    @Field(() => String, { description: 'The type of the record, for instance CrossingRecord.' })
    @(Reads(evidence) as PropertyDecorator)
    type!: string;

    @Field(() => ID, { description: "The owner's own internal id of the record." })
    @(Reads(evidence) as PropertyDecorator)
    id!: string;
  }
  return RecipientArguments;
}

function totalArguments(Condition: Condition): EvidenceArguments['totals'] {
  @ArgsType()
  class TotalArguments extends PageArguments {
    @Condition('The party that asked.') party?: string | null;
    @Condition('The field, Type.field.') field?: string | null;
    @Condition(FIRST_DAY) from?: string | null;
    @Condition(END_DAY) to?: string | null;
  }
  return TotalArguments;
}

function reading(evidence: `Query.${string}`, options: { description: string; nullable: boolean }): PropertyDecorator {
  const decorators = [Field(() => String, options), Reads(evidence)] as PropertyDecorator[];
  return (target, key) => {
    for (const decorate of decorators) decorate(target, key);
  };
}

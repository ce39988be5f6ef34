import { Arg, Args, type ClassType, Ctx, Field, ID, InputType, Int, Mutation, Query, Resolver } from 'type-graphql';
import { CLIENT_KEY_DESCRIPTION } from '../domain/client-key';
import { PageArguments } from '../domain/connection';
import { Owner, Reads, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { batchTypeOf, correctionTypeOf, supersededTypeOf } from './batch-types';
import { caseTypeOf, kindEnumOf } from './case-types';
import { answerCase, extendCase, refuseCase } from './change-case';
import { type CollectedRecord, collectRecord } from './collect-record';
import { collectionTypeOf } from './collection-types';
import { disclosedFields } from './disclosed-fields';
import { openCases } from './list-cases';
import { type OpenCaseInput, openCase } from './open-case';
import { recordCorrection } from './record-correction';
import type { RightsDefinition } from './rights-definition';
import { CorrectionKind } from './rights-state';
import { showCase } from './show-case';
import { acknowledgeBatch, cursorOf, supersededRecords, toldBatches } from './superseded-records';

/** Makes the resolver of a domain's rights of data subjects: its fields bear the domain's name. */
export function rightsResolver(definition: RightsDefinition): ClassType<object> {
  const { name, party } = definition;
  const field = name.charAt(0).toLowerCase() + name.slice(1);
  const kinds = kindEnumOf(definition);
  const caseType = caseTypeOf(definition, kinds);
  const collectionType = collectionTypeOf(definition, caseType);
  const correctionType = correctionTypeOf(definition);
  const supersededType = supersededTypeOf(definition);
  const batchType = batchTypeOf(definition);
  const inputType = openInputOf(definition, kinds);
  const changeType = changeInputOf(definition);

  @Resolver()
  class RightsResolver {
    @Query(() => [caseType], {
      name: `${field}RightsCases`,
      nullable: true,
      description: 'Open cases of data subjects, the overdue ones first; at most a hundred.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async cases(
      @Arg('withinDays', () => Int, { nullable: true, description: 'Only those that end within so many days.' })
      @Reads(`${name}RightsCase.deadline`)
      withinDays: number | null,
      @Ctx() context: ServeContext,
    ) {
      const rows = await openCases(withinDays ?? null, context);
      return rows.map((row) => showCase(row, definition, context.now));
    }

    @Mutation(() => caseType, {
      name: `open${name}RightsCase`,
      nullable: true,
      description: 'Opens a case for what a person asked. Safe to retry with the same clientKey.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async open(@Arg('input', () => inputType) input: OpenCaseInput, @Ctx() context: ServeContext) {
      return showCase(await openCase(input, context), definition, context.now);
    }

    @Mutation(() => caseType, {
      name: `extend${name}RightsCase`,
      nullable: true,
      description: 'Puts the answer off, once, as the law allows; the note is what the person is told.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async extend(@Arg('input', () => changeType) input: CaseChangeInput, @Ctx() context: ServeContext) {
      return showCase(await extendCase(input, context), definition, context.now);
    }

    @Mutation(() => caseType, {
      name: `answer${name}RightsCase`,
      nullable: true,
      description: 'Closes a case as answered.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async answer(@Arg('input', () => changeType) input: CaseChangeInput, @Ctx() context: ServeContext) {
      return showCase(await answerCase(input, context), definition, context.now);
    }

    @Mutation(() => caseType, {
      name: `refuse${name}RightsCase`,
      nullable: true,
      description: 'Closes a case as refused; the note is the ground.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async refuse(@Arg('input', () => changeType) input: CaseChangeInput, @Ctx() context: ServeContext) {
      return showCase(await refuseCase(input, context), definition, context.now);
    }

    @Mutation(() => collectionType, {
      name: `collect${name}Record`,
      nullable: true,
      description: 'Collects for a case what is held of its record, and to whom it was disclosed.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async collect(@Arg('case', () => ID) @Reads(`${name}RightsCase.id`) id: string, @Ctx() context: ServeContext) {
      return showCollection(await collectRecord(id, context), definition, context.now);
    }

    @Mutation(() => correctionType, {
      name: `record${name}Correction`,
      nullable: true,
      description:
        "Records that a case's record was corrected, or has to be erased. Past recipients hear that it is superseded, never why, in the next weekly batch; an erasure is done then.",
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async correct(
      @Arg('case', () => ID) @Reads(`${name}RightsCase.id`) id: string,
      @Arg('what', () => CorrectionKind) @Reads(`${name}Correction.what`) what: CorrectionKind,
      @Arg('expectedVersion', () => Int) @Reads(`${name}RightsCase.version`) expectedVersion: number,
      @Ctx() context: ServeContext,
    ) {
      const { keeps } = definition.law.erasure;
      const row = await recordCorrection({ case: id, what, expectedVersion }, context);
      const kept = what === CorrectionKind.ERASED ? keeps : null;
      return { ...row, keepsEn: kept?.en ?? null, keepsEs: kept?.es ?? null };
    }

    @Query(() => [supersededType], {
      name: `${field}SupersededRecords`,
      nullable: true,
      description:
        'Records that your agency received for the stated purpose and that are superseded, the oldest first: ask again or delete. Batches are made on Mondays at 06:00 UTC; nothing is told between.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async superseded(@Args() page: PageArguments, @Ctx() context: ServeContext) {
      return (await supersededRecords(page, context)).map((row) => ({ ...row, cursor: cursorOf(row) }));
    }

    @Mutation(() => batchType, {
      name: `acknowledge${name}Superseded`,
      nullable: true,
      description: 'Says that your agency heard a batch; it is kept as evidence. Safe to retry.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async acknowledge(
      @Arg('batch', () => String, { description: 'The day of the batch.' })
      @Reads(`${name}SupersededBatch.batch`)
      batch: string,
      @Ctx() context: ServeContext,
    ) {
      return acknowledgeBatch(batch, context);
    }

    @Query(() => [batchType], {
      name: `${field}SupersededBatches`,
      nullable: true,
      description: 'What past recipients were told in weekly batches, and whether they heard it; the newest hundred.',
    })
    @Owner(party)
    @Sensitivity('OPERATIONAL')
    async batches(@Ctx() context: ServeContext) {
      return toldBatches(context);
    }
  }
  return RightsResolver;
}

interface CaseChangeInput {
  readonly id: string;
  readonly expectedVersion: number;
  readonly note: string;
}

function openInputOf({ name }: RightsDefinition, kinds: object): ClassType<OpenCaseInput> {
  @InputType(`Open${name}RightsCaseInput`, { description: 'What a person asked for, and when it came in.' })
  class OpenInput {
    @Field(() => kinds, { description: 'What was asked for.' })
    @Reads(`${name}RightsCase.kind`)
    kind!: string;

    @Field(() => ID, { description: "The owner's internal id of the record." })
    @Reads(`${name}RightsCase.record`)
    record!: string;

    @Field(() => String, { description: 'The day on which it was received (2026-01-15).' })
    @Reads(`${name}RightsCase.receivedOn`)
    receivedOn!: string;

    @Field(() => String, { description: CLIENT_KEY_DESCRIPTION })
    @Reads(`${name}RightsCase.id`)
    clientKey!: string;
  }
  return OpenInput;
}

function changeInputOf({ name }: RightsDefinition): ClassType<CaseChangeInput> {
  @InputType(`${name}RightsCaseChangeInput`, { description: 'Which case is changed, as it was read.' })
  class ChangeInput {
    @Field(() => ID, { description: 'The case.' })
    @Reads(`${name}RightsCase.id`)
    id!: string;

    @Field(() => Int, { description: 'Its version when it was read.' })
    @Reads(`${name}RightsCase.version`)
    expectedVersion!: number;

    @Field(() => String, { description: 'What is noted, 1 to 1000 characters; for a refusal, its ground.' })
    @Reads(`${name}RightsCase.history`)
    note!: string;
  }
  return ChangeInput;
}

function showCollection(
  { row, record, disclosures, hasMore }: CollectedRecord,
  definition: RightsDefinition,
  now: Date,
) {
  return {
    case: showCase(row, definition, now),
    record,
    disclosures: disclosures.map((leaf) => ({
      at: leaf.time,
      party: leaf.requester.party,
      agency: leaf.requester.agency,
      purpose: leaf.purpose,
      agreements: leaf.agreements,
      fields: disclosedFields(leaf, definition.types),
    })),
    hasMore,
  };
}

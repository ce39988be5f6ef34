import { Args, type ClassType, Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { ConnectionPage, PageArguments } from '../domain/connection';
import type { ServeContext } from '../domain/serve-context';
import { type Disclosure, DisclosureConnection, type DisclosureTotal, DisclosureTotalConnection } from './disclosure';
import type { EvidenceArguments } from './evidence-arguments';
import type { EvidenceLabels } from './evidence-labels';
import {
  type DisclosureConditions,
  findDisclosures,
  findRecipients,
  findTotals,
  type RecordName,
  type TotalConditions,
} from './find-evidence';

type Context = Pick<ServeContext, 'ownerEvidence' | 'ids' | 'requester'>;

/** Makes the type of one domain's evidence: its own because of what its arguments read; what it holds is the same everywhere. */
export function evidenceType(
  name: string,
  { disclosures, recipients, totals }: EvidenceArguments,
  { Evidence: Labelled, Part, isJoint }: EvidenceLabels,
): ClassType<object> {
  @ObjectType(name, { description: isJoint ? JOINT_EVIDENCE : "What left the domain, from its owner's own log." })
  @Labelled
  class Evidence {
    @Field(() => String, { nullable: isJoint, description: 'The name of the log.' })
    @Part
    log(@Ctx() { ownerEvidence }: Context): string {
      return ownerEvidence.index.log;
    }

    // How many answers others received of others is not told, so a joint domain has neither of the two.
    @onlyIf(
      !isJoint,
      Field(() => Int, { description: 'How many leaves it has.' }),
    )
    leaves(@Ctx() { ownerEvidence }: Context): number {
      return ownerEvidence.index.leaves;
    }

    @onlyIf(
      !isJoint,
      Field(() => Int, {
        description:
          'How many of them are older than retention: kept by hash only, so that every proof stands, and told here no more.',
      }),
    )
    keptByHashOnly(@Ctx() { ownerEvidence }: Context): number {
      return ownerEvidence.index.keptByHashOnly;
    }

    @Field(() => String, {
      nullable: true,
      description:
        'The instant before which answers may be older than retention, so that what is told is not whole. Null where all is told.',
    })
    @Part
    keptSince(@Ctx() { ownerEvidence }: Context): string | null {
      return ownerEvidence.index.keptSince ?? null;
    }

    @Field(() => DisclosureConnection, { nullable: true, description: 'The answers that left, in their order.' })
    @Part
    disclosures(
      @Args(() => disclosures) page: PageArguments & DisclosureConditions,
      @Ctx() context: Context,
    ): Promise<ConnectionPage<Disclosure>> {
      return findDisclosures({ context, isJoint }, page);
    }

    @Field(() => DisclosureConnection, {
      nullable: true,
      description: 'The answers in which a record went out. None where it never did, or its salt was destroyed.',
    })
    @Part
    recipients(
      @Args(() => recipients) page: PageArguments & RecordName,
      @Ctx() context: Context,
    ): Promise<ConnectionPage<Disclosure>> {
      return findRecipients({ context, isJoint }, page);
    }

    @Field(() => DisclosureTotalConnection, { nullable: true, description: 'What left, by day and field.' })
    @Part
    totalsByDay(
      @Args(() => totals) page: PageArguments & TotalConditions,
      @Ctx() context: Context,
    ): Promise<ConnectionPage<DisclosureTotal>> {
      return findTotals({ context, isJoint }, page, ['SHOWN', 'LOWERED']);
    }

    @Field(() => DisclosureTotalConnection, {
      nullable: true,
      description:
        'What was asked for and withheld, by day and field. Who asked is as the gateway says; why, as the owner decides.',
    })
    @Part
    withheld(
      @Args(() => totals) page: PageArguments & TotalConditions,
      @Ctx() context: Context,
    ): Promise<ConnectionPage<DisclosureTotal>> {
      return findTotals({ context, isJoint }, page, ['WITHHELD']);
    }
  }
  return Evidence;
}

const JOINT_EVIDENCE =
  "What left the domain of what the asking party contributed, and of what no one party did, from the domain's log.";

/** Puts a decorator on, or none. */
const onlyIf = (wanted: boolean, decorate: MethodDecorator): MethodDecorator => (wanted ? decorate : () => undefined);

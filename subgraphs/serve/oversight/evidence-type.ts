import { Args, type ClassType, Ctx, Field, Int, ObjectType } from 'type-graphql';
import type { ConnectionPage, PageArguments } from '../domain/connection';
import { Structural } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { type Disclosure, DisclosureConnection, type DisclosureTotal, DisclosureTotalConnection } from './disclosure';
import type { EvidenceArguments } from './evidence-arguments';
import {
  type DisclosureConditions,
  findDisclosures,
  findRecipients,
  findTotals,
  type RecordName,
  type TotalConditions,
} from './find-evidence';

type Context = Pick<ServeContext, 'ownerEvidence'>;

/** Makes the type of one domain's evidence: its own because of what its arguments read; what it holds is the same everywhere. */
export function evidenceType(name: string, { disclosures, recipients, totals }: EvidenceArguments): ClassType<object> {
  @ObjectType(name, { description: "What left the domain, from its owner's own log." })
  @Structural()
  class Evidence {
    @Field(() => String, { description: 'The name of the log.' })
    log(@Ctx() { ownerEvidence }: Context): string {
      return ownerEvidence.index.log;
    }

    @Field(() => Int, { description: 'How many leaves it has.' })
    leaves(@Ctx() { ownerEvidence }: Context): number {
      return ownerEvidence.index.leaves;
    }

    @Field(() => Int, {
      description:
        'How many of them are older than retention: kept by hash only, so that every proof stands, and told here no more.',
    })
    keptByHashOnly(@Ctx() { ownerEvidence }: Context): number {
      return ownerEvidence.index.keptByHashOnly;
    }

    @Field(() => String, {
      nullable: true,
      description:
        'The instant before which answers may be older than retention, so that what is told is not whole. Null where all is told.',
    })
    keptSince(@Ctx() { ownerEvidence }: Context): string | null {
      return ownerEvidence.index.keptSince ?? null;
    }

    @Field(() => DisclosureConnection, { nullable: true, description: 'The answers that left, in their order.' })
    disclosures(
      @Args(() => disclosures) page: PageArguments & DisclosureConditions,
      @Ctx() { ownerEvidence }: Context,
    ): Promise<ConnectionPage<Disclosure>> {
      return findDisclosures(ownerEvidence, page);
    }

    @Field(() => DisclosureConnection, {
      nullable: true,
      description: 'The answers in which a record went out. None where it never did, or its salt was destroyed.',
    })
    recipients(
      @Args(() => recipients) page: PageArguments & RecordName,
      @Ctx() { ownerEvidence }: Context,
    ): Promise<ConnectionPage<Disclosure>> {
      return findRecipients(ownerEvidence, page);
    }

    @Field(() => DisclosureTotalConnection, { nullable: true, description: 'What left, by day and field.' })
    totalsByDay(
      @Args(() => totals) page: PageArguments & TotalConditions,
      @Ctx() { ownerEvidence }: Context,
    ): Promise<ConnectionPage<DisclosureTotal>> {
      return findTotals(ownerEvidence, page, ['SHOWN', 'LOWERED']);
    }

    @Field(() => DisclosureTotalConnection, {
      nullable: true,
      description:
        'What was asked for and withheld, by day and field. Who asked is as the gateway says; why, as the owner decides.',
    })
    withheld(
      @Args(() => totals) page: PageArguments & TotalConditions,
      @Ctx() { ownerEvidence }: Context,
    ): Promise<ConnectionPage<DisclosureTotal>> {
      return findTotals(ownerEvidence, page, ['WITHHELD']);
    }
  }
  return Evidence;
}

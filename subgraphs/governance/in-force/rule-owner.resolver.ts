import { Owner, Sensitivity } from '@pasarela/serve/domain/labels';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Ctx, Query, Resolver } from 'type-graphql';
import { officeOf } from '../governance-service';
import type { RuleOffice } from '../rule-office';
import { RuleOwner } from './rule-owner';

/** Answers whose rules are in force, and what they say. */
@Resolver(() => RuleOwner)
export class RuleOwnerResolver {
  @Query(() => [RuleOwner], {
    nullable: true,
    description: 'The owners of rules and their newest parts. What an owner is about to change is not among it.',
  })
  @Owner('ALL')
  @Sensitivity('OPERATIONAL')
  ruleOwners(@Ctx() context: ServeContext): RuleOwner[] {
    const office = officeOf(context);
    return office.owners().flatMap((owner) => ownerOf(owner, office));
  }
}

function ownerOf(code: string, office: RuleOffice): RuleOwner[] {
  const part = office.partOf(code);
  if (!part) return [];
  const party = office.ruleSet().parties[code];
  const { number, issuedAt, maxStalenessSeconds, documents } = part;
  return [
    Object.assign(new RuleOwner(), {
      code,
      nameEn: party?.name.en ?? null,
      nameEs: party?.name.es ?? null,
      contact: party?.contact ?? null,
      agencies: party?.agencies ?? [],
      number,
      issuedAt,
      maxStalenessSeconds,
      documents,
      signed: JSON.stringify(office.signedPartOf(code)),
    }),
  ];
}

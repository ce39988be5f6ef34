import { isPartyCode } from '@pasarela/schema/labels/label';
import { type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import type { ServeContext } from '../domain/serve-context';
import { evidenceArguments } from './evidence-arguments';
import { evidenceType } from './evidence-type';
import { requireOversight } from './require-oversight';

/** A domain whose evidence can be asked. */
export interface DomainOfEvidence {
  /** The domain in camel case, for instance `panamaDarienFlow`: its field is `panamaDarienFlowEvidence`. */
  readonly domain: string;
  /** The party that owns it. */
  readonly owner: string;
}

/**
 * Makes the resolver of a domain's field of evidence; the domain names it among its resolvers.
 *
 * INVARIANT: a joint domain has none: its log holds what others contributed beside one's own. @throws for one.
 */
export function evidenceResolver({ domain, owner }: DomainOfEvidence): ClassType<object> {
  if (!isPartyCode(owner))
    throw new Error(`${domain} is of ${owner}, which is no party: nobody oversees all of its log`);
  const name = `${domain}Evidence`;
  const type = evidenceType(`${name[0]?.toUpperCase()}${name.slice(1)}`, evidenceArguments(`Query.${name}`));

  @Resolver()
  class EvidenceResolver {
    @Query(() => type, {
      name,
      nullable: true,
      description: `What left the domain, to whom, when, why and under which rules, from its own log. For the oversight of ${owner} alone; each look-up stands in the log too.`,
    })
    @Owner(owner)
    @Sensitivity('OPERATIONAL')
    evidence(@Ctx() context: ServeContext): object {
      requireOversight(owner, context);
      return new type();
    }
  }
  return EvidenceResolver;
}

import { isPartyCode, OWNER_JOINT } from '@pasarela/schema/labels/label';
import { type ClassType, Ctx, Query, Resolver } from 'type-graphql';
import { Owner, Sensitivity } from '../domain/labels';
import { withRecord } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { evidenceArguments } from './evidence-arguments';
import { evidenceLabels } from './evidence-labels';
import { evidenceType } from './evidence-type';
import { requireOversight } from './require-oversight';

/** A domain whose evidence can be asked. */
export interface DomainOfEvidence {
  /** The domain in camel case, for instance `panamaDarienFlow`: its field is `panamaDarienFlowEvidence`. */
  readonly domain: string;
  /** The party that owns it, or JOINT where several contribute to it. */
  readonly owner: string;
}

/**
 * Makes the resolver of a domain's field of evidence; the domain names it among its resolvers.
 *
 * INVARIANT: of a joint domain each party is shown its own part of the log, whoever grants what.
 * @throws for a domain that is neither of a party nor joint.
 */
export function evidenceResolver({ domain, owner }: DomainOfEvidence): ClassType<object> {
  if (!isPartyCode(owner) && owner !== OWNER_JOINT)
    throw new Error(`${domain} is of ${owner}, which is no party: nobody oversees its log`);
  const name = `${domain}Evidence`;
  const typeName = `${name[0]?.toUpperCase()}${name.slice(1)}`;
  const type = evidenceType(typeName, evidenceArguments(`Query.${name}`), evidenceLabels(owner));

  @Resolver()
  class EvidenceResolver {
    @Query(() => type, {
      name,
      nullable: true,
      description: `What left the domain, to whom, when, why and under which rules, from its own log. For the oversight of ${whose(owner)}; each look-up stands in the log too.`,
    })
    @Owner(owner)
    @Sensitivity('OPERATIONAL')
    evidence(@Ctx() context: ServeContext): object {
      const { party } = context.requester;
      requireOversight(owner === OWNER_JOINT ? party : owner, context);
      return withRecord(new type(), { contributedBy: party });
    }
  }
  return EvidenceResolver;
}

const whose = (owner: string): string =>
  owner === OWNER_JOINT ? 'each party, of what it contributed alone' : `${owner} alone`;

import type { ClassType } from 'type-graphql';
import { caseTypeOf, kindEnumOf } from './case-types';
import { collectionResolver } from './collection.resolver';
import { rightsCaseResolver } from './rights-case.resolver';
import { rightsCaseChangeResolver } from './rights-case-change.resolver';
import type { RightsDefinition } from './rights-definition';
import { supersededResolver } from './superseded.resolver';

/** The resolvers of a domain's rights of data subjects. Their fields and types bear the domain's name. */
export function rightsResolvers(definition: RightsDefinition): ReadonlyArray<ClassType<object>> {
  const kinds = kindEnumOf(definition);
  const caseType = caseTypeOf(definition, kinds);
  return [
    rightsCaseResolver(definition, { caseType, kinds }),
    rightsCaseChangeResolver(definition, caseType),
    collectionResolver(definition, caseType),
    supersededResolver(definition),
  ];
}

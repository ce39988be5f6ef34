import type { ClassType } from 'type-graphql';
import { caseTypeOf, rightsEnumsOf } from './case-types';
import { collectionResolver } from './collection.resolver';
import { rightsCaseResolver } from './rights-case.resolver';
import { rightsCaseChangeResolver } from './rights-case-change.resolver';
import type { RightsDefinition } from './rights-definition';
import { supersededResolver } from './superseded.resolver';

/** The resolvers of a domain's rights of data subjects. Their fields and types bear the domain's name. */
export function rightsResolvers(definition: RightsDefinition): ReadonlyArray<ClassType<object>> {
  const enums = rightsEnumsOf(definition);
  const caseType = caseTypeOf(definition, enums);
  return [
    rightsCaseResolver(definition, { caseType, kinds: enums.kinds }),
    rightsCaseChangeResolver(definition, { caseType, grounds: enums.grounds }),
    collectionResolver(definition, caseType),
    supersededResolver(definition),
  ];
}

import { Planner } from '@pasarela/gateway/plan/planner';
import { type Decider, DeciderCache } from '@pasarela/schema/access/decider';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { type Contract, loadContract } from '@pasarela/schema/contract';
import { type GraphQLNamedType, type GraphQLSchema, getNamedType, isObjectType } from 'graphql';
import type { Requester } from './requester';

/** The contract, and the API's schema in full. */
export interface WholeContract {
  readonly contract: Contract;
  readonly api: GraphQLSchema;
}

/** Reads the committed contract. */
export function wholeContract(): WholeContract {
  const contract = loadContract();
  return { contract, api: new Planner(contract.supergraph).apiSchema };
}

/** What a requester may ask by name: what is withheld too, but for what is PROTECTED and can never be theirs. */
export function askableBy({ identity, deciders }: Requester, api: GraphQLSchema, now: Date): GraphQLSchema {
  const [{ ruleSet }] = [...deciders.values()] as [Decider];
  return new RequesterSchemas(api, new DeciderCache()).for(identity, ruleSet, now.getTime()).askable;
}

/** The fields (`Type.field`) of a type of a schema. */
export function coordinatesOf(schema: GraphQLSchema, name: string): string[] {
  const type = schema.getType(name);
  return isObjectType(type) ? Object.keys(type.getFields()).map((field) => `${name}.${field}`) : [];
}

/**
 * How often each root field is worth asking: as much as the rows are that it returns, half as much as what they lead
 * to in one step, and now and then at least. @param worth of a type.
 */
export function rootWeights(schema: GraphQLSchema, worth: (type: string) => number): ReadonlyMap<string, number> {
  const weight = (type: GraphQLNamedType): number => {
    const rows = rowType(type);
    const next = isObjectType(rows)
      ? Object.values(rows.getFields()).map((field) => getNamedType(field.type).name)
      : [];
    return Math.ceil(Math.max(1, worth(rows.name), ...next.map((name) => worth(name) / 2)));
  };
  const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
  return new Map(roots.map(({ name, type }) => [name, weight(getNamedType(type))]));
}

/** The type of the rows of a connection, or the type itself. */
function rowType(type: GraphQLNamedType): GraphQLNamedType {
  const inner = isObjectType(type) ? (type.getFields().edges ?? type.getFields().node) : undefined;
  return inner ? rowType(getNamedType(inner.type)) : type;
}

import {
  type FieldNode,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  isUnionType,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { LabelTable } from '../../labels/label';
import { QUERY_LIMITS } from '../question/limits';
import { coerceVariables, operationOf } from '../question/operation-of';
import { parseQuery } from '../question/parse-query';
import { usedInputs } from '../read-inputs';

/** A question as it is written. */
export interface WrittenQuestion {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * The fields (`Type.field`) that a question uses by name: those that it selects, behind an interface those of
 * every type, and those that its inputs read; whoever asks it, and whether they are shown or not.
 *
 * @throws RequestError where the question does not fit the schema.
 */
export function fieldsUsed({ query, variables }: WrittenQuestion, api: GraphQLSchema, labels: LabelTable): Set<string> {
  const document = parseQuery(query, QUERY_LIMITS);
  const values = coerceVariables(api, operationOf(document, undefined), variables);
  const types = new TypeInfo(api);
  const used = new Set<string>();
  const enter = (node: FieldNode) => {
    const [parent, field] = [types.getParentType(), types.getFieldDef()];
    if (!parent || !field || node.name.value.startsWith('__')) return;
    const concrete = isObjectType(parent)
      ? [parent]
      : isInterfaceType(parent) || isUnionType(parent)
        ? api.getPossibleTypes(parent)
        : [];
    for (const { name: typeName } of concrete) {
      used.add(`${typeName}.${field.name}`);
      for (const { reads } of usedInputs({ typeName, field, node }, values, labels)) used.add(reads.field);
    }
  };
  visit(document, visitWithTypeInfo(types, { Field: { enter } }));
  return used;
}

import {
  type FieldNode,
  type GraphQLField,
  type GraphQLInputType,
  getArgumentValues,
  getNamedType,
  isInputObjectType,
} from 'graphql';
import type { FieldRead, LabelTable } from '../labels/label';
import { coerced } from './coerced';
import type { Variables } from './included';

/** An input that a field uses, and a field that it reads. */
export interface UsedInput {
  readonly input: string;
  readonly reads: FieldRead;
}

/** A field where it stands in its type. */
export interface FieldUse {
  readonly typeName: string;
  readonly field: GraphQLField<unknown, unknown>;
  readonly node: FieldNode;
}

/**
 * The inputs that a field uses, found in coerced values: a literal, a variable, a nested input object and
 * a default of the operation or of the argument all count alike (threat 22). A null is a value too: it may ask for blanks.
 */
export function usedInputs({ typeName, field, node }: FieldUse, variables: Variables, labels: LabelTable): UsedInput[] {
  const values = coerced(() => getArgumentValues(field, node, variables as Record<string, unknown>));
  return field.args
    .filter(({ name }) => Object.hasOwn(values, name))
    .flatMap(({ name, type }) => {
      const input = `${typeName}.${field.name}(${name}:)`;
      return [...readBy(input, labels), ...nestedInputs(type, values[name], labels)];
    });
}

function nestedInputs(type: GraphQLInputType, value: unknown, labels: LabelTable): UsedInput[] {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || value === null || typeof value !== 'object') return [];
  if (Array.isArray(value)) return value.flatMap((item) => nestedInputs(type, item, labels));
  return Object.values(named.getFields())
    .filter(({ name }) => Object.hasOwn(value, name))
    .flatMap(({ name, type: fieldType }) => {
      const input = `${named.name}.${name}`;
      return [...readBy(input, labels), ...nestedInputs(fieldType, (value as Record<string, unknown>)[name], labels)];
    });
}

function readBy(input: string, { inputs }: LabelTable): UsedInput[] {
  return (inputs.get(input)?.reads ?? []).map((reads) => ({ input, reads }));
}

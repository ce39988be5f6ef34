import {
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
} from 'graphql';
import type { Tape } from './tape';

/** A value as JSON has it, and an enum's name as a name. */
export type InputValue = null | string | number | boolean | EnumName | readonly InputValue[] | InputObject;
type InputObject = { readonly [name: string]: InputValue };

/** A name of an enum's value. */
export class EnumName {
  constructor(readonly name: string) {}

  toJSON(): string {
    return this.name;
  }
}

/** Draws a value that fits a type. */
export function drawInput(type: GraphQLInputType, tape: Tape, depth = 0): InputValue {
  if (isNonNullType(type)) return present(type.ofType, tape, depth);
  return tape.once(8) ? null : present(type, tape, depth);
}

function present(type: GraphQLInputType, tape: Tape, depth: number): InputValue {
  if (isListType(type)) {
    // A single value stands for a list of it.
    if (tape.once(6)) return drawInput(type.ofType, tape, depth);
    return Array.from({ length: tape.draw(3) }, () => drawInput(type.ofType, tape, depth));
  }
  if (isEnumType(type)) return new EnumName(tape.pick(type.getValues()).name);
  if (isInputObjectType(type)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || (depth < 2 && tape.once(2)),
    );
    return Object.fromEntries(fields.map((field) => [field.name, drawInput(field.type, tape, depth + 1)]));
  }
  return leaf(type.toString(), tape);
}

function leaf(type: string, tape: Tape): InputValue {
  switch (type) {
    case 'Int':
      return tape.pick([1, 0, -3, 2147483647]);
    case 'Float':
      return tape.pick([1.5, 0, 2, -1e9]);
    case 'Boolean':
      return tape.draw(2) === 0;
    case 'ID':
      return tape.pick(['1', 'a"b', '7', 5]);
    default:
      return tape.pick(['a', '', 'x "y" \\ z', '\u2028', '$no', '__proto__']);
  }
}

/** A value as it stands in a document. */
export function inputText(value: InputValue): string {
  if (value instanceof EnumName) return value.name;
  if (Array.isArray(value)) return `[${value.map(inputText).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const members = Object.entries(value as InputObject).map(([name, inner]) => `${name}: ${inputText(inner)}`);
  return `{ ${members.join(', ')} }`;
}

import { GraphQLError } from 'graphql';
import type { LabelProblem } from './label';
import { parseFieldSet } from './parse-field-set';
import { parseWithRealNames } from './parse-with-real-names';
import { argument, directives } from './read-directive';
import { fieldsOf, fieldsTypes, returnedTypes } from './subgraph-types';

/** A set of fields that `@key`, `@requires` or `@computedFrom` names, and where. */
interface PlacedFieldSet {
  readonly coordinate: string;
  readonly type: string;
  readonly directive: string;
  readonly fieldSet: string;
}

/** What the fields of a subgraph's schema return, and which of them take arguments, by coordinate. */
interface KnownFields {
  readonly returned: ReadonlyMap<string, string>;
  readonly withArguments: ReadonlySet<string>;
}

/**
 * Checks that every field that a key, a requirement or a computed field names is one of the subgraph's own schema, and
 * that none that is required takes arguments: the planner fetches it once, be it by those of the question, so that
 * another value than the required one would be sent.
 */
export function checkFieldSets(subgraph: string, sdl: string): LabelProblem[] {
  const types = fieldsTypes(parseWithRealNames(sdl));
  const fields = fieldsOf(types);
  const taking = fields.filter(({ field }) => field.arguments?.length);
  const known: KnownFields = {
    returned: returnedTypes(fields),
    withArguments: new Set(taking.map(({ coordinate }) => coordinate)),
  };
  const sets = [
    ...types.flatMap((type) => fieldSets(type.name.value, type.name.value, { node: type, name: 'key' })),
    ...fields.flatMap(({ type, field, coordinate }) =>
      ['requires', 'computedFrom'].flatMap((name) => fieldSets(coordinate, type.name.value, { node: field, name })),
    ),
  ];
  return sets.flatMap((set) => {
    const cause = fault(set, known);
    return cause ? [{ coordinate: set.coordinate, subgraph, cause }] : [];
  });
}

function fieldSets(
  coordinate: string,
  type: string,
  { node, name }: { node: Parameters<typeof directives>[0]; name: string },
): PlacedFieldSet[] {
  return directives(node, name).map((directive) => ({
    coordinate,
    type,
    directive: name,
    fieldSet: String(argument(directive, 'fields')),
  }));
}

function fault({ type, directive, fieldSet }: PlacedFieldSet, { returned, withArguments }: KnownFields) {
  try {
    const named = parseFieldSet(fieldSet, type, returned);
    if (named.length === 0) return `has @${directive} that names no field`;
    const missing = named.find((coordinate) => !returned.has(coordinate));
    if (missing) return `has @${directive} of ${missing}, which does not exist here`;
    const taking = directive === 'requires' ? named.find((coordinate) => withArguments.has(coordinate)) : undefined;
    return (
      taking &&
      `has @requires of ${taking}, which takes arguments: require a field without any, one for each value of them`
    );
  } catch (error) {
    if (error instanceof GraphQLError) return `has @${directive} of what is no set of fields`;
    throw error;
  }
}

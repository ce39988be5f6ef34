import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import { LABEL_DIRECTIVES_SDL } from '../directives';

/** What a definition is called: `@owner`, `Sensitivity`. */
const nameOf = (node: DefinitionNode): string | undefined => {
  if (!('name' in node) || !node.name) return undefined;
  return node.kind === Kind.DIRECTIVE_DEFINITION ? `@${node.name.value}` : node.name.value;
};

/** A definition without its description and directives, which change nothing of what it means. */
function meaningOf(node: DefinitionNode): string {
  const bare = visit(node, {
    Directive: () => null,
    enter: (part) => ('description' in part && part.description ? { ...part, description: undefined } : undefined),
  });
  return print(bare);
}

const DEFINITIONS: ReadonlyMap<string | undefined, string> = new Map(
  parse(LABEL_DIRECTIVES_SDL).definitions.map((node) => [nameOf(node), meaningOf(node)]),
);

/** Whether a name (`@owner`, `Sensitivity`) is one of the labels' own. */
export const isOfLabels = (name: string): boolean => DEFINITIONS.has(name);

/** The definitions of a schema that give a label, or one of its enums, another meaning. */
export function differingDefinitions(document: DocumentNode): string[] {
  return document.definitions.flatMap((node) => {
    const name = nameOf(node);
    return name !== undefined && DEFINITIONS.has(name) && DEFINITIONS.get(name) !== meaningOf(node) ? [name] : [];
  });
}

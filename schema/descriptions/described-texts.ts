import { type ASTNode, parse, visit } from 'graphql';

/** Every description in a schema's text, once each, in the order in which they stand. */
export function describedTexts(sdl: string): Set<string> {
  const texts = new Set<string>();
  visit(parse(sdl), {
    enter(node: ASTNode) {
      // Nobody reads those: the API has no directives of ours.
      if (node.kind === 'DirectiveDefinition') return false;
      if ('description' in node && node.description) texts.add(node.description.value);
      return undefined;
    },
  });
  return texts;
}

import { type DocumentNode, parse, visit } from 'graphql';
import { directiveNames } from './directive-names';

/**
 * A subgraph's schema with every directive under its real name. INVARIANT: what is no known directive is left
 * out, so that a name is never taken for what it only looks like; `checkDirectives` refuses it.
 */
export function parseWithRealNames(sdl: string): DocumentNode {
  const document = parse(sdl);
  const names = directiveNames(document);
  return visit(document, {
    Directive: (node) => {
      const real = names.real(node.name.value);
      return real === undefined ? null : { ...node, name: { ...node.name, value: real } };
    },
  });
}

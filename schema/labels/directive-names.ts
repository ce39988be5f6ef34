import type { DocumentNode } from 'graphql';
import { BUILT_IN_DIRECTIVES, FEDERATION_DIRECTIVES } from './federation-directives';
import { isOfLabels } from './label-definitions';
import { type Link, type Links, readLinks } from './read-links';

/** Which directive is this really? */
export interface DirectiveNames {
  /** The real name of a directive as a schema writes it: `key` for `@k` or `@fed__key`; undefined for none that is known. */
  real(written: string): string | undefined;
}

/**
 * The directives of one subgraph's schema by their real names, `@link` taken into account: federation's under
 * another name, or with the specification's prefix; the linking directive under another name. A schema that
 * links no federation is of Federation 1 and writes plain names.
 */
export function directiveNames(document: DocumentNode): DirectiveNames {
  const links = readLinks(document);
  const federation = federationNames(links);
  return {
    real: (written) => {
      if (isOfLabels(`@${written}`) || BUILT_IN_DIRECTIVES.has(written)) return written;
      return written === links.directiveName ? 'link' : federation.get(written);
    },
  };
}

function federationNames({ links }: Links): ReadonlyMap<string, string> {
  const linked = links.filter(({ specification }) => specification === 'federation');
  const names = [...FEDERATION_DIRECTIVES.keys()];
  if (linked.length === 0) return new Map(names.map((name) => [name, name]));
  return new Map(linked.flatMap((link) => [...names.map((name) => prefixed(link, name)), ...imported(link)]));
}

const prefixed = ({ prefix }: Link, name: string): [string, string] => [`${prefix}__${name}`, name];

const imported = ({ imports }: Link): Array<[string, string]> =>
  imports.flatMap(({ real, local }) =>
    real && local && FEDERATION_DIRECTIVES.has(real.slice(1)) ? [[local.slice(1), real.slice(1)]] : [],
  );

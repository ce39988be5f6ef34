import { type ConstDirectiveNode, type DocumentNode, Kind } from 'graphql';
import { argument } from './read-directive';

/** What a schema links by `@link`: a specification, the prefix of its names, and the names that it imports. */
export interface Link {
  readonly url: string;
  /** `link` or `federation`; undefined for every other. */
  readonly specification: string | undefined;
  readonly prefix: string;
  readonly imports: readonly Import[];
}

/** An element that is imported, and the name under which: `@key`, `@k`. Undefined where it is not written as the specification says. */
export interface Import {
  readonly real: string | undefined;
  readonly local: string | undefined;
}

/** The links of a schema, and the name of the directive that links. */
export interface Links {
  readonly links: readonly Link[];
  readonly directiveName: string;
}

const LINK = 'link';
/** INVARIANT: written in no other way, so that a URL that only composition takes for Federation's is unknown here. */
const KNOWN_URL = /^https:\/\/specs\.apollo\.dev\/(link|federation)\/v\d+\.\d+$/;

/**
 * Reads `@link`, also where it links and renames itself.
 * @see https://specs.apollo.dev/link/v1.0
 */
export function readLinks(document: DocumentNode): Links {
  const applied = document.definitions.flatMap((node) =>
    node.kind === Kind.SCHEMA_DEFINITION || node.kind === Kind.SCHEMA_EXTENSION ? (node.directives ?? []) : [],
  );
  const itself = applied.find((node) => {
    const { specification, prefix } = linkOf(node);
    return specification === LINK && prefix === node.name.value;
  });
  const directiveName = itself?.name.value ?? LINK;
  return { directiveName, links: applied.filter(({ name }) => name.value === directiveName).map(linkOf) };
}

function linkOf(node: ConstDirectiveNode): Link {
  const url = String(argument(node, 'url'));
  const specification = KNOWN_URL.exec(url)?.[1];
  const imports = argument(node, 'import') ?? [];
  return {
    url,
    specification,
    prefix: String(argument(node, 'as') ?? specification),
    imports: Array.isArray(imports) ? imports.map(importOf) : [{ real: undefined, local: undefined }],
  };
}

const ELEMENT = /^@?[A-Za-z_]\w*$/;

function importOf(written: unknown): Import {
  const { name, as = name } = Object(typeof written === 'string' ? { name: written } : written);
  const isElement = typeof name === 'string' && ELEMENT.test(name);
  const isRenamed = typeof as === 'string' && ELEMENT.test(as) && as.startsWith('@') === String(name).startsWith('@');
  return isElement && isRenamed ? { real: name, local: as } : { real: undefined, local: undefined };
}

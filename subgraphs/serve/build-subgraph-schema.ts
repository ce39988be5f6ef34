import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { parseWithRealNames } from '@pasarela/schema/labels/parse-with-real-names';
import { type DocumentNode, type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { ServeContext } from './domain/serve-context';
import type { SubgraphDefinition } from './domain/subgraph-definition';
import { answerKnownEntities } from './entities/answer-known-entities';
import { blankForeignFields } from './entities/blank-foreign-fields';
import { representationShapes, type Shape } from './entities/representation-shapes';
import { type Representation, trimRepresentation } from './entities/trim-representation';

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", "@inaccessible", "@requires", "@external"])';

/** A domain's schema in both forms: the text that is committed and composed, and the one that executes. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly executable: GraphQLSchema;
}

/** Builds a domain's federated schema from its type-graphql classes, label directives included. */
export function buildDomainSchema(definition: SubgraphDefinition): SubgraphSchema {
  const parts = domainSchemaParts(definition);
  return { sdl: parts.sdl, executable: executableSchema(parts) };
}

/** What every executable schema of a domain is made of, whatever rules are in force. */
export interface DomainSchemaParts {
  readonly sdl: string;
  readonly typeDefs: DocumentNode;
  /** The same, every directive under its real name. */
  readonly named: DocumentNode;
  readonly resolvers: Readonly<Record<string, object>>;
  readonly shapes: ReadonlyMap<string, Shape>;
}

/** Reads a domain's type-graphql classes. */
export function domainSchemaParts(definition: SubgraphDefinition): DomainSchemaParts {
  const plain = buildSchemaSync({
    resolvers: definition.resolvers,
    orphanedTypes: definition.orphanedTypes ?? [],
    validate: false,
    // What is executed is checked when it is made of the text: the classes alone are never executed.
    skipCheck: true,
  });
  const sdl = `${FEDERATION_LINK}\n${LABEL_DIRECTIVES_SDL}\n${printSchemaWithDirectives(plain)}`;
  const named = parseWithRealNames(sdl);
  const shapes = representationShapes(named);
  const resolvers = { ...createResolversMap(plain), ...referenceResolvers(plain, definition, shapes) };
  return { sdl, typeDefs: parse(sdl), named, resolvers, shapes };
}

/** Makes an executable schema of its own: whoever masks its fields changes no other one. */
export function executableSchema({ typeDefs, named, resolvers, shapes }: DomainSchemaParts): GraphQLSchema {
  const executable = buildSubgraphSchema([{ typeDefs, resolvers: resolvers as never }]);
  answerKnownEntities(executable, shapes);
  blankForeignFields(executable, named);
  return executable;
}

/** INVARIANT: every entity has a resolver; without one Apollo answers the representation itself. */
function referenceResolvers(
  plain: GraphQLSchema,
  { references }: SubgraphDefinition,
  shapes: ReadonlyMap<string, Shape>,
): Record<string, object> {
  const fieldResolvers = createResolversMap(plain) as Record<string, object>;
  return Object.fromEntries(
    [...shapes].map(([type, shape]) => [
      type,
      {
        ...fieldResolvers[type],
        __resolveReference: (representation: Representation, context: ServeContext) =>
          references[type]?.(trimRepresentation(representation, shape), context) ?? null,
      },
    ]),
  );
}

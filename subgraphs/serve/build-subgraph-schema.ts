import 'reflect-metadata';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { printSchemaWithDirectives } from '@graphql-tools/utils';
import { LABEL_DIRECTIVES_SDL } from '@pasarela/schema/directives';
import { type GraphQLSchema, parse } from 'graphql';
import { buildSchemaSync, createResolversMap } from 'type-graphql';
import type { ServeContext } from './domain/serve-context';
import type { SubgraphDefinition } from './domain/subgraph-definition';

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.14", import: ["@key", "@shareable", "@inaccessible", "@requires", "@external"])';

/** A domain's schema in both forms: the text that is committed and composed, and the one that executes. */
export interface SubgraphSchema {
  readonly sdl: string;
  readonly executable: GraphQLSchema;
}

/** Builds a domain's federated schema from its type-graphql classes, label directives included. */
export function buildDomainSchema(definition: SubgraphDefinition): SubgraphSchema {
  const plain = buildSchemaSync({
    resolvers: definition.resolvers,
    orphanedTypes: definition.orphanedTypes ?? [],
    validate: false,
  });
  const sdl = `${FEDERATION_LINK}\n${LABEL_DIRECTIVES_SDL}\n${printSchemaWithDirectives(plain)}`;
  const resolvers = { ...createResolversMap(plain), ...referenceResolvers(plain, definition) };
  return { sdl, executable: buildSubgraphSchema([{ typeDefs: parse(sdl), resolvers: resolvers as never }]) };
}

function referenceResolvers(plain: GraphQLSchema, { references }: SubgraphDefinition): Record<string, object> {
  const fieldResolvers = createResolversMap(plain) as Record<string, object>;
  return Object.fromEntries(
    Object.entries(references).map(([type, resolve]) => [
      type,
      {
        ...fieldResolvers[type],
        __resolveReference: (representation: Record<string, unknown>, context: ServeContext) =>
          resolve(representation, context),
      },
    ]),
  );
}

import { composeServices } from '@apollo/composition';
import { checkedLabels } from '@pasarela/schema/contract';
import { buildDomainSchema } from '@pasarela/serve/build-subgraph-schema';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import { parse } from 'graphql';

/** The composed contract: every subgraph's SDL, and the supergraph made of them. */
export interface ComposedContract {
  readonly subgraphs: ReadonlyMap<string, string>;
  readonly supergraph: string;
}

/** Subgraphs that do not compose; every cause is listed. */
export class CompositionError extends Error {}

/**
 * Composes domains into the contract. Labels are checked first: composition fails on a field without
 * owner or sensitivity, and on everything else in schema/labels/check-labels.ts.
 */
export function composeContract(definitions: readonly SubgraphDefinition[]): ComposedContract {
  const subgraphs = new Map(definitions.map((definition) => [definition.name, buildDomainSchema(definition).sdl]));
  checkedLabels(subgraphs);
  return { subgraphs, supergraph: composeSupergraph(subgraphs) };
}

/** The supergraph of schemas as they are; nobody has looked at their labels. @param sdls SDL by subgraph name. */
export function composeSupergraph(sdls: ReadonlyMap<string, string>): string {
  const services = [...sdls].map(([name, sdl]) => ({
    name,
    url: `http://${name}.invalid/graphql`,
    typeDefs: parse(sdl),
  }));
  const { errors, supergraphSdl } = composeServices(services);
  if (!supergraphSdl) throw new CompositionError((errors ?? []).map(({ message }) => message).join('\n'));
  return supergraphSdl;
}

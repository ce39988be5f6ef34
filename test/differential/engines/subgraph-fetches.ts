import { type ExecutionResult, execute, parse } from 'graphql';
import type { Asking, LeafPlace, MadeFederation } from '../federation/made-federation';

/** A reply, with the places of its leaves. */
export interface PlacedReply extends ExecutionResult {
  readonly leaves: readonly LeafPlace[];
}

/** Changes what a subgraph answers. @throws where it does not answer at all. */
export type Spoil = (subgraph: string, reply: PlacedReply) => unknown;

/** Answers as it is. */
export const unspoiled: Spoil = (_, { leaves, ...reply }) => reply;

/** The subgraphs of a federation within one question; replies go through JSON text as over a wire. */
export class SubgraphFetches {
  private readonly mutations: Asking['mutations'] = { done: 0 };

  constructor(
    private readonly federation: MadeFederation,
    private readonly spoil: Spoil,
  ) {}

  /** @returns a reply's JSON. */
  async send(subgraph: string, body: string): Promise<string> {
    const { query, variables, operationName } = JSON.parse(body) as {
      query: string;
      variables: Record<string, unknown>;
      operationName?: string;
    };
    const schema = this.federation.subgraphs.get(subgraph);
    if (!schema) throw new Error(`no subgraph ${subgraph}`);
    const leaves: LeafPlace[] = [];
    const contextValue: Asking = { mutations: this.mutations, onLeaf: (leaf) => leaves.push(leaf) };
    const reply = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      operationName,
      contextValue,
    });
    return JSON.stringify(this.spoil(subgraph, { ...reply, leaves }));
  }
}

import { type ExecutionResult, execute, parse } from 'graphql';
import type { Asking, MadeFederation } from '../federation/made-federation';

/** Changes what a subgraph answers. @throws where it does not answer at all. */
export type Spoil = (subgraph: string, reply: ExecutionResult) => unknown;

/** The subgraphs of a federation within one question; replies go through JSON text as over a wire. */
export class SubgraphFetches {
  private readonly asking: Asking = { mutations: 0 };

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
    const reply = await execute({
      schema,
      document: parse(query),
      variableValues: variables,
      operationName,
      contextValue: this.asking,
    });
    return JSON.stringify(this.spoil(subgraph, reply));
  }
}

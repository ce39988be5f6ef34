/** What subgraphs can do alone. */
export interface SubgraphCapacity {
  readonly subgraphs: string;
  readonly rps: number;
}
export const directLoad = undefined;

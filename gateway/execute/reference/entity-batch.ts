/** What a fetch of entities asks for, each entity once, and how its answers are spread again. */
export interface EntityBatch {
  readonly variables: Readonly<Record<string, unknown>>;
  /** Puts the answer to each entity wherever the executor asked for it. */
  spread(data: Record<string, unknown>): Record<string, unknown>;
}

/**
 * Asks for each entity once, in the order of its key. INVARIANT: another owner's subgraph learns which
 * keys somebody asked about, and neither how often nor in which order they stand in the answer's rows.
 */
export function entityBatch(variables: Readonly<Record<string, unknown>>): EntityBatch {
  const { representations } = variables;
  if (!Array.isArray(representations)) return { variables, spread: (data) => data };
  const texts = representations.map((representation) => JSON.stringify(representation));
  const distinct = [...new Set(texts)].sort();
  const positions = new Map(distinct.map((text, index) => [text, index]));
  return {
    variables: { ...variables, representations: distinct.map((text) => JSON.parse(text) as unknown) },
    spread: (data) => {
      const entities = data._entities as readonly unknown[];
      return { ...data, _entities: texts.map((text) => structuredClone(entities[positions.get(text) as number])) };
    },
  };
}

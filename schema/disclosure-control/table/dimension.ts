/** A code of a dimension; what it is made of stands under it. A code without parts is a leaf. */
export interface DimensionNode {
  readonly code: string;
  readonly parts?: readonly DimensionNode[];
}

/** One fixed hierarchy by which people are counted: its root is everybody, its leaves the finest codes. */
export interface Dimension {
  /** As the declared dimension is called: `department`. */
  readonly name: string;
  readonly root: DimensionNode;
  /** Whether no sum over its codes is told, as where one may stand under several of them: then its root is no cell of a table. */
  readonly overlapping?: true;
}

/** The code of a root: everybody. */
export const EVERYBODY = 'ALL';

/** A dimension of one level: everybody, and the codes. */
export const flatDimension = (name: string, codes: readonly string[]): Dimension => ({
  name,
  root: { code: EVERYBODY, parts: codes.map((code) => ({ code })) },
});

/** A dimension of one level: the codes, and no sum of them. */
export const overlappingDimension = (name: string, codes: readonly string[]): Dimension => ({
  ...flatDimension(name, codes),
  overlapping: true,
});

/** The nodes of a dimension that are cells, each before its parts. */
export function nodesOf({ root, overlapping }: Dimension): DimensionNode[] {
  const within = (node: DimensionNode): DimensionNode[] => [node, ...(node.parts ?? []).flatMap(within)];
  return within(root).slice(overlapping ? 1 : 0);
}

/** The codes from each leaf up to the last that is a cell, the leaf itself first. Throws where a code stands twice. */
export function pathsOf(dimension: Dimension): ReadonlyMap<string, readonly string[]> {
  const paths = new Map<string, readonly string[]>();
  const seen = new Set<string>();
  const walk = ({ code, parts }: DimensionNode, above: readonly string[]): void => {
    if (seen.has(code)) throw new Error(`The dimension ${dimension.name} holds the code ${code} twice.`);
    seen.add(code);
    const path = [code, ...above];
    if (!parts?.length) paths.set(code, path);
    for (const part of parts ?? []) walk(part, path);
  };
  walk(dimension.root, []);
  if (dimension.overlapping) for (const [leaf, path] of paths) paths.set(leaf, path.slice(0, -1));
  return paths;
}

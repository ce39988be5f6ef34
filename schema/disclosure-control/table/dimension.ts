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
}

/** The code of a root: everybody. */
export const EVERYBODY = 'ALL';

/** A dimension of one level: everybody, and the codes. */
export const flatDimension = (name: string, codes: readonly string[]): Dimension => ({
  name,
  root: { code: EVERYBODY, parts: codes.map((code) => ({ code })) },
});

/** The nodes of a dimension, each before its parts. */
export function nodesOf({ root }: Dimension): DimensionNode[] {
  const within = (node: DimensionNode): DimensionNode[] => [node, ...(node.parts ?? []).flatMap(within)];
  return within(root);
}

/** The codes from each leaf up to the root, the leaf itself first. Throws where a code stands twice. */
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
  return paths;
}

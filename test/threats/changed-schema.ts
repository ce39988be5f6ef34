/** A subgraph's SDL by its name. */
export type Sdls = ReadonlyMap<string, string>;

/** Schemas with the text of one changed. The text must be there, so that no change is lost unseen. */
export function changed(
  sdls: Sdls,
  subgraph: string,
  changes: ReadonlyArray<readonly [from: string, to: string]>,
): Sdls {
  let sdl = sdls.get(subgraph) ?? '';
  for (const [from, to] of changes) {
    if (!sdl.includes(from)) throw new Error(`the schema of ${subgraph} does not hold ${from}`);
    sdl = sdl.replaceAll(from, to);
  }
  return new Map([...sdls, [subgraph, sdl]]);
}

import { type Document, isAlias, isScalar, type Node, visit } from 'yaml';

/**
 * Where keys of a YAML document's maps stand for the second time, as offsets into its text.
 *
 * INVARIANT: in time that grows with the text alone. The parser's own check compares every key with every other: one
 * text of the size that is taken would keep all others waiting for most of a minute.
 */
export function keysTwice(document: Document.Parsed): number[] {
  const found: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const known = new Set<string>();
      for (const { key } of items as ReadonlyArray<{ readonly key: Node | null }>) {
        const name = nameOf(key, document);
        if (name !== undefined && known.has(name)) found.push(key?.range?.[0] ?? 0);
        if (name !== undefined) known.add(name);
      }
    },
  });
  return found;
}

/** What a key is called once it is read: 1 and "1" are one key. Undefined for what is no text. */
function nameOf(key: Node | null, document: Document.Parsed): string | undefined {
  const node = isAlias(key) ? key.resolve(document) : key;
  return isScalar(node) ? String(node.value) : undefined;
}

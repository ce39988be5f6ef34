import { LRUCache } from 'lru-cache';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType, z } from 'zod';

/** A rule file that cannot be accepted: which file and line, and why. */
export class RuleFileError extends Error {
  constructor(
    readonly file: string,
    readonly line: number,
    cause: string,
  ) {
    super(`${file}${line > 0 ? `:${line}` : ''}: ${cause}`);
    this.name = 'RuleFileError';
  }
}

/** A YAML file that fits its schema, and a way to say where in it something stands. */
export interface YamlFile<Content> {
  readonly content: Content;
  /** An error that names the file and the line of the value at this path. */
  errorAt(path: ReadonlyArray<string | number>, cause: string): RuleFileError;
}

/** So many files are remembered as they were read: most stay the same when a rule changes. */
const MAX_REMEMBERED = 500;
const remembered = new WeakMap<ZodType, LRUCache<string, YamlFile<unknown>>>();

/**
 * Reads the text of a YAML file and checks its shape; the same text is read once. Throws a RuleFileError with
 * file and line at the first fault. INVARIANT: whatever is wrong with a file (an alias to nothing, too many
 * aliases) is a fault of that file.
 */
export function readYaml<Content>(file: string, text: string, schema: ZodType<Content, unknown>): YamlFile<Content> {
  const ofSchema = remembered.get(schema) ?? new LRUCache<string, YamlFile<unknown>>({ max: MAX_REMEMBERED });
  remembered.set(schema, ofSchema);
  const name = `${file}\0${text}`;
  const known = ofSchema.get(name) as YamlFile<Content> | undefined;
  if (known) return known;
  const read = readOrFault(file, text, schema);
  ofSchema.set(name, read);
  return read;
}

function readOrFault<Content>(file: string, text: string, schema: ZodType<Content, unknown>): YamlFile<Content> {
  try {
    return readChecked(file, text, schema);
  } catch (error) {
    if (error instanceof RuleFileError) throw error;
    throw new RuleFileError(file, 0, (error as Error).message.split('\n')[0] ?? 'cannot be read');
  }
}

function readChecked<Content>(file: string, text: string, schema: ZodType<Content, unknown>): YamlFile<Content> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const fault = document.errors[0];
  if (fault)
    throw new RuleFileError(file, lines.linePos(fault.pos[0]).line, fault.message.split('\n')[0] ?? 'is no YAML');
  const errorAt = (path: ReadonlyArray<string | number>, cause: string) =>
    new RuleFileError(file, lines.linePos(offsetOf(document, path)).line, cause);
  const checked = schema.safeParse(document.toJS());
  if (checked.success) return { content: checked.data, errorAt };
  const issue = checked.error.issues[0];
  const path = [...(issue?.path ?? []), ...unknownKeys(issue).slice(0, 1)] as Array<string | number>;
  throw errorAt(path, `${path.join('.') || 'the file'}: ${issue?.message}`);
}

const unknownKeys = (issue: z.core.$ZodIssue | undefined): readonly string[] =>
  issue?.code === 'unrecognized_keys' ? issue.keys : [];

/** Where the value at a path starts; an absent one is placed at its nearest existing parent. */
function offsetOf(document: Document.Parsed, path: ReadonlyArray<string | number>): number {
  for (let length = path.length; length > 0; length--) {
    const parent = document.getIn(path.slice(0, length - 1), true);
    const pair =
      isMap(parent) && parent.items.find(({ key }) => isNode(key) && key.toJS(document) === path[length - 1]);
    if (pair && isNode(pair.key) && pair.key.range) return pair.key.range[0];
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

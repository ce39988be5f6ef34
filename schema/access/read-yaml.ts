import { LRUCache } from 'lru-cache';
import { type Document, isMap, isNode, LineCounter, parseDocument } from 'yaml';
import type { ZodType, z } from 'zod';
import { keysTwice } from './keys-twice';
import type { Mistaken } from './rule-context';

/** A rule file that cannot be accepted: which file and line, and why. */
export class RuleFileError extends Error {
  /** Where the fault is a name that nobody knows: what could have been meant. */
  readonly mistaken?: Mistaken | undefined;

  /** @param what the fault alone, without where it is. */
  constructor(
    readonly file: string,
    readonly line: number,
    readonly what: string,
  ) {
    super(`${file}${line > 0 ? `:${line}` : ''}: ${what}`);
    this.name = 'RuleFileError';
  }
}

/** A YAML file that fits its schema, and a way to say where in it something stands. */
export interface YamlFile<Content> {
  readonly content: Content;
  /** An error that names the file and the line of the value at this path. */
  errorAt(path: ReadonlyArray<string | number>, cause: string, mistaken?: Mistaken): RuleFileError;
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
  const { content, faults, errorAt } = parsedYaml(file, text, schema);
  if (faults[0] || content === undefined) throw faults[0] ?? new RuleFileError(file, 0, 'cannot be read');
  return { content, errorAt };
}

/** Every fault of a YAML text's syntax, or else of its shape; none when it fits. */
export const yamlFaults = (file: string, text: string, schema: ZodType<unknown, unknown>): readonly RuleFileError[] =>
  parsedYaml(file, text, schema).faults;

interface ParsedYaml<Content> extends Pick<YamlFile<Content>, 'errorAt'> {
  /** Undefined where there are faults. */
  readonly content: Content | undefined;
  readonly faults: readonly RuleFileError[];
}

function parsedYaml<Content>(file: string, text: string, schema: ZodType<Content, unknown>): ParsedYaml<Content> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: false });
  const errorAt: YamlFile<Content>['errorAt'] = (path, cause, mistaken) =>
    Object.assign(new RuleFileError(file, lines.linePos(offsetOf(document, path)).line, cause), { mistaken });
  const syntax = document.errors.map(
    ({ pos, message }) => new RuleFileError(file, lines.linePos(pos[0]).line, message.split('\n')[0] ?? 'is no YAML'),
  );
  if (syntax.length === 0)
    for (const offset of keysTwice(document))
      syntax.push(new RuleFileError(file, lines.linePos(offset).line, 'Map keys must be unique'));
  if (syntax.length > 0) return { content: undefined, faults: syntax, errorAt };
  try {
    return { ...shapeOf(document.toJS(), schema, errorAt), errorAt };
  } catch (error) {
    const cause = (error as Error).message.split('\n')[0] ?? 'cannot be read';
    return { content: undefined, faults: [new RuleFileError(file, 0, cause)], errorAt };
  }
}

function shapeOf<Content>(
  value: unknown,
  schema: ZodType<Content, unknown>,
  errorAt: YamlFile<Content>['errorAt'],
): Pick<ParsedYaml<Content>, 'content' | 'faults'> {
  const checked = schema.safeParse(value);
  if (checked.success) return { content: checked.data, faults: [] };
  const faults = checked.error.issues.map((issue) => {
    const path = [...issue.path, ...unknownKeys(issue).slice(0, 1)] as Array<string | number>;
    return errorAt(path, `${path.join('.') || 'the file'}: ${issue.message}`, mistakenIn(issue, value));
  });
  return { content: undefined, faults };
}

/** What was written where one of a few words has to stand. */
function mistakenIn(issue: z.core.$ZodIssue, value: unknown): Mistaken | undefined {
  if (issue.code !== 'invalid_value') return undefined;
  const written = issue.path.reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)?.[key], value);
  return typeof written === 'string' ? { written, known: issue.values.map(String) } : undefined;
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

import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { RuleFileError } from './read-yaml';

/** What a rule document can be: a party, an agreement's grants, restrictions, what was taken back, or what is about to go. The folder that it stands in says which. */
export const DOCUMENT_KINDS = ['parties', 'agreements', 'guardrails', 'revocations', 'deprecations'] as const;
/** What a rule document is. */
export type DocumentKind = (typeof DOCUMENT_KINDS)[number];

/** One YAML text of one owner. */
export interface RuleDocument {
  readonly kind: DocumentKind;
  /** Where it stands, for messages. */
  readonly file: string;
  readonly text: string;
}

/** Kinds of which there may be none, so that their folder may be missing. */
const OPTIONAL_KINDS: readonly DocumentKind[] = ['revocations', 'deprecations'];

/** Reads `parties/*.yaml`, `agreements/*.yaml` and so on of a folder, in the order of their names. */
export function readRuleFolder(directory: string): RuleDocument[] {
  const present = DOCUMENT_KINDS.filter(
    (kind) => !OPTIONAL_KINDS.includes(kind) || existsSync(path.join(directory, kind)),
  );
  return present.flatMap((kind) =>
    fileNames(path.join(directory, kind)).map((name) => {
      const file = path.join(directory, kind, name);
      return { kind, file, text: readFileSync(file, 'utf8') };
    }),
  );
}

/** Documents by their names under a rules folder, `agreements/border.pan.yaml`; what stands in no known folder is no rule. */
export function namedDocuments(documents: readonly { readonly name: string; readonly text: string }[]): RuleDocument[] {
  return documents.flatMap(({ name, text }) => {
    const kind = DOCUMENT_KINDS.find((folder) => name.startsWith(`${folder}/`));
    return kind ? [{ kind, file: name, text }] : [];
  });
}

/** A document's name under a rules folder: `agreements/border.pan.yaml`. */
export const nameOfDocument = ({ kind, file }: Pick<RuleDocument, 'kind' | 'file'>): string =>
  `${kind}/${path.basename(file)}`;

/** Names the content of documents, wherever they come from and in whatever order: equal ones have equal versions. */
export const versionOfDocuments = (documents: readonly RuleDocument[]): string =>
  digestOf(documents.map((document) => `${nameOfDocument(document)}\0${document.text}`).sort());

/** The version of the rules of a folder as it stands. */
export const versionOfFolder = (directory: string): string => versionOfDocuments(readRuleFolder(directory));

/** A short digest of texts in their order. */
export function digestOf(texts: readonly string[]): string {
  const digest = createHash('sha256');
  for (const text of texts) digest.update(text).update('\0');
  return digest.digest('hex').slice(0, 32);
}

/** INVARIANT: a rule file that is misnamed or misplaced is a fault, not a rule that is gone. */
function fileNames(folder: string): string[] {
  if (!existsSync(folder))
    throw new RuleFileError(folder, 0, 'is missing: a folder of rules has parties, agreements and guardrails');
  const entries = readdirSync(folder, { withFileTypes: true }).filter(
    // What an editor keeps beside a file while it is open begins with a dot.
    ({ name }) => name !== 'README.md' && !name.startsWith('.'),
  );
  const stray = entries.find((entry) => !entry.isFile() || !entry.name.endsWith('.yaml'));
  if (stray)
    throw new RuleFileError(path.join(folder, stray.name), 0, 'is no rule file: those end in .yaml, without folders');
  return entries.map(({ name }) => name).sort();
}

/**
 * The owner that a document names, even where it cannot be read as a whole; undefined where it names none, or
 * several. A party's document names the party itself.
 */
export function ownerNamedIn({ kind, text }: Pick<RuleDocument, 'kind' | 'text'>): string | undefined {
  const line = kind === 'parties' ? /^party: *["']?([A-Z]+)/gm : /^owner: *["']?([A-Z]+)/gm;
  const named = new Set([...text.matchAll(line)].map(([, owner]) => owner));
  return named.size === 1 ? [...named][0] : undefined;
}

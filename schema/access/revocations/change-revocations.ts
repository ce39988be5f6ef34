import { type Document, parseDocument } from 'yaml';

/** What is revoked, or restored: a person, a key, or an agreement. */
export type RevokedThing =
  | { readonly person: string; readonly tokensBefore?: string | undefined }
  | { readonly issuer: string; readonly key: string }
  | { readonly agreement: string };

/** One text of an owner's rules by its name. */
export interface NamedText {
  readonly name: string;
  readonly text: string;
}

type ListName = 'persons' | 'keys' | 'agreements';

/** The list of a file in which a thing stands. */
const listOf = (thing: RevokedThing): ListName =>
  'person' in thing ? 'persons' : 'key' in thing ? 'keys' : 'agreements';

/** The texts of an owner with one revocation more, in its file of revocations; comments stay. */
export function withRevocation(documents: readonly NamedText[], owner: string, thing: RevokedThing): NamedText[] {
  const name = `revocations/${owner.toLowerCase()}.yaml`;
  const known = documents.find((one) => one.name === name);
  const file = parseDocument(known?.text ?? `revocations: ${owner}-REVOCATIONS\nowner: ${owner}\n`);
  const entry = file.createNode(defined(thing));
  if (file.hasIn([listOf(thing)])) file.addIn([listOf(thing)], entry);
  else file.setIn([listOf(thing)], [entry]);
  const changed = { name, text: file.toString() };
  return known ? documents.map((one) => (one === known ? changed : one)) : [...documents, changed];
}

/** The texts of an owner without the revocations of one thing, wherever they stand; a file that is left empty goes. */
export function withoutRevocation(documents: readonly NamedText[], thing: RevokedThing): NamedText[] {
  return documents.flatMap((one) => {
    if (!one.name.startsWith('revocations/')) return [one];
    const file = parseDocument(one.text);
    return removeFrom(file, thing) ? (isEmpty(file) ? [] : [{ name: one.name, text: file.toString() }]) : [one];
  });
}

/** Whether a thing is revoked in texts, in whole or in part. */
export const isRevokedIn = (documents: readonly NamedText[], thing: RevokedThing): boolean =>
  documents.some(({ name, text }) => name.startsWith('revocations/') && removeFrom(parseDocument(text), thing));

/** Whether a thing is revoked in texts so that nothing of it is left: of a person not only the tokens of before an instant. */
export const isWhollyRevokedIn = (documents: readonly NamedText[], thing: RevokedThing): boolean =>
  documents
    .filter(({ name }) => name.startsWith('revocations/'))
    .flatMap(({ text }) => entriesIn(parseDocument(text), thing))
    .some((entry) => isOf(thing, entry) && (entry as { tokensBefore?: unknown }).tokensBefore === undefined);

function removeFrom(file: Document, thing: RevokedThing): boolean {
  const list = listOf(thing);
  const entries = entriesIn(file, thing);
  const places = entries.flatMap((entry, index) => (isOf(thing, entry) ? [index] : [])).reverse();
  for (const index of places) file.deleteIn([list, index]);
  if (places.length > 0 && places.length === entries.length) file.deleteIn([list]);
  return places.length > 0;
}

/** The entries of the list in which a thing would stand. */
const entriesIn = (file: Document, thing: RevokedThing): readonly unknown[] =>
  (file.toJS() as Record<string, unknown[] | undefined>)[listOf(thing)] ?? [];

function isOf(thing: RevokedThing, entry: unknown): boolean {
  const { tokensBefore, ...names } = thing as Record<string, unknown>;
  return Object.entries(names).every(([key, value]) => (entry as Record<string, unknown> | null)?.[key] === value);
}

const isEmpty = (file: Document): boolean =>
  (['persons', 'keys', 'agreements'] satisfies ListName[]).every((list) => !file.hasIn([list]));

const defined = (thing: RevokedThing) =>
  Object.fromEntries(Object.entries(thing).filter(([, value]) => value !== undefined));

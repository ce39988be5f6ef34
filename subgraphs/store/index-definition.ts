import mongoose from 'mongoose';
import { canonical, type Document } from './canonical-document';
import { compileFilter } from './compile-filter';
import { parseSort, type SortKey } from './sort-documents';
import { unsupported } from './unsupported';

/** An index as its creator asked for it. */
export interface IndexDefinition {
  name: string;
  keys: SortKey[];
  unique: boolean;
  sparse: boolean;
  partialFilter: Document | null;
}

const KNOWN_OPTIONS = new Set([
  'name',
  'unique',
  'sparse',
  'partialFilterExpression',
  'background',
  'comment',
  'maxTimeMS',
  'w',
  'writeConcern',
  'v',
]);

/** Reads what `createIndex` was given; refuses kinds of index other than ordered ones. */
export function parseIndex(specification: unknown, options: Document = {}): IndexDefinition {
  for (const [name, value] of Object.entries(options)) {
    if (!KNOWN_OPTIONS.has(name) && value != null) unsupported(`the index option ${name}`);
  }
  const keys = parseKeys(specification);
  const partialFilter = options.partialFilterExpression as Document | undefined;
  if (partialFilter) compileFilter(canonical(partialFilter));
  return {
    name: (options.name as string | undefined) ?? keys.map(({ path, direction }) => `${path}_${direction}`).join('_'),
    keys,
    unique: options.unique === true,
    sparse: options.sparse === true,
    partialFilter: partialFilter ? canonical(partialFilter) : null,
  };
}

function parseKeys(specification: unknown): SortKey[] {
  for (const kind of Object.values(specification as object)) {
    if (typeof kind === 'string' && !/^-?1$|^(asc|desc)(ending)?$/.test(kind)) unsupported(`indexes of kind ${kind}`);
  }
  const keys = parseSort(specification);
  if (keys.some(({ path }) => path.includes('$**'))) unsupported('wildcard indexes');
  return keys;
}

/** Throws as MongoDB does when an index of that name exists with another definition. */
export function assertSameIndex(existing: IndexDefinition, wanted: IndexDefinition): void {
  const definitionOf = ({ name: _name, ...definition }: IndexDefinition) => JSON.stringify(definition);
  if (existing.name === wanted.name && definitionOf(existing) === definitionOf(wanted)) return;
  const sameKeys = JSON.stringify(existing.keys) === JSON.stringify(wanted.keys);
  throw new mongoose.mongo.MongoServerError({
    message: `Index ${wanted.name} already exists with different options or under the name ${existing.name}`,
    code: sameKeys ? 85 : 86,
    codeName: sameKeys ? 'IndexOptionsConflict' : 'IndexKeySpecsConflict',
  });
}

/** The index as MongoDB lists it. */
export function describeIndex(definition: IndexDefinition): Document {
  const key = Object.fromEntries(definition.keys.map(({ path, direction }) => [path, direction]));
  return {
    v: 2,
    key,
    name: definition.name,
    ...(definition.unique && { unique: true }),
    ...(definition.sparse && { sparse: true }),
    ...(definition.partialFilter && { partialFilterExpression: definition.partialFilter }),
  };
}

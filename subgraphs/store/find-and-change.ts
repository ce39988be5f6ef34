import { canonical, type Document } from './canonical-document';
import { checkOptions } from './operation-options';
import { compileProjection } from './project-document';
import { parseSort } from './sort-documents';
import { type Change, changeDocuments, removeDocuments, type Target } from './write-documents';

/** Changes one document and gives it as it was, or as it became with `returnDocument: 'after'`. */
export function findAndChange(target: Target, filter: Document, change: Change, given?: Document): unknown {
  const known = ['sort', 'projection', 'upsert', 'returnDocument', 'includeResultMetadata'];
  const options = checkOptions('findOneAndUpdate', given, known);
  const upsert = options.upsert === true;
  const selection = { filter: canonical(filter), sort: parseSort(options.sort), one: true, upsert };
  const { matched, upsertedId, before, after } = changeDocuments(target, selection, change);
  const wanted = options.returnDocument === 'after' ? after : before;
  const value = projected(wanted, options);
  if (options.includeResultMetadata !== true) return value;
  const upserted = upsertedId === undefined ? {} : { upserted: upsertedId };
  const affected = matched > 0 || upsertedId !== undefined ? 1 : 0;
  return { lastErrorObject: { n: affected, updatedExisting: matched > 0, ...upserted }, value, ok: 1 };
}

/** Removes one document and gives it as it was. */
export function findAndRemove(target: Target, filter: Document, given?: Document): unknown {
  const options = checkOptions('findOneAndDelete', given, ['sort', 'projection', 'includeResultMetadata']);
  const selection = { filter: canonical(filter), sort: parseSort(options.sort), one: true };
  const { removed, last } = removeDocuments(target, selection);
  const value = projected(last, options);
  return options.includeResultMetadata === true ? { lastErrorObject: { n: removed }, value, ok: 1 } : value;
}

function projected(document: Document | undefined, options: Document): Document | null {
  return document === undefined ? null : compileProjection(options.projection as Document | undefined)(document);
}

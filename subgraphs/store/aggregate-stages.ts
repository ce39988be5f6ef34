import { compileExpression, type Expression } from './aggregate-expression';
import { compileGroup } from './aggregate-group';
import { unwindStage } from './aggregate-unwind';
import type { Document } from './canonical-document';
import { compileFilter } from './compile-filter';
import { isPlainObject } from './document-path';
import { compileProjection } from './project-document';
import { parseSort, sortDocuments } from './sort-documents';
import { unsupported } from './unsupported';

/** One stage of a pipeline: documents in, documents out. */
export type Stage = (documents: Iterable<Document>) => Iterable<Document>;

/** Compiles a stage by its name; names it does not know are refused. */
export function compileStage(name: string, operand: unknown): Stage {
  switch (name) {
    case '$match':
      return matchStage(operand as Document);
    case '$group':
      return compileGroup(operand as Document);
    case '$sort':
      return sortStage(operand);
    case '$limit':
      return (documents) => take(documents, operand as number);
    case '$skip':
      return (documents) => drop(documents, operand as number);
    case '$project':
      return projectStage(operand as Document);
    case '$count':
      return (documents) => count(documents, operand as string);
    case '$unwind':
      return unwindStage(operand);
    default:
      return unsupported(`the aggregation stage ${name}`);
  }
}

function matchStage(filter: Document): Stage {
  const matches = compileFilter(filter);
  return function* (documents) {
    for (const document of documents) if (matches(document)) yield document;
  };
}

function sortStage(operand: unknown): Stage {
  const sort = parseSort(operand);
  return (documents) => sortDocuments(documents, sort, { documentOf: (document) => document });
}

function* take(documents: Iterable<Document>, limit: number): Generator<Document> {
  let taken = 0;
  for (const document of documents) {
    yield document;
    if (++taken >= limit) return;
  }
}

function* drop(documents: Iterable<Document>, skip: number): Generator<Document> {
  let position = 0;
  for (const document of documents) if (position++ >= skip) yield document;
}

function* count(documents: Iterable<Document>, name: string): Generator<Document> {
  let total = 0;
  for (const _document of documents) total++;
  if (total > 0) yield { [name]: total };
}

function projectStage(projection: Document): Stage {
  const computed = Object.entries(projection).filter(([, wanted]) => isExpression(wanted));
  const plain = Object.entries(projection).filter(([, wanted]) => !isExpression(wanted));
  if (computed.length === 0) return mapStage(compileProjection(projection));
  for (const [path] of computed) if (path.includes('.')) unsupported('computed fields below the top of $project');
  const expressions = computed.map(([name, wanted]): [string, Expression] => [name, compileExpression(wanted)]);
  const project = includeOnly(Object.fromEntries(plain));
  return mapStage((document) => withComputed(project(document), document, expressions));
}

// With computed fields a projection includes, even when it names no other field or only drops _id.
function includeOnly(plain: Document): (document: Document) => Document {
  const others = Object.keys(plain).filter((name) => name !== '_id');
  if (others.length > 0) return compileProjection(plain);
  const keepsId = plain._id === undefined || Boolean(plain._id);
  return (document) => (keepsId && Object.hasOwn(document, '_id') ? { _id: document._id } : {});
}

function withComputed(result: Document, document: Document, expressions: [string, Expression][]): Document {
  for (const [name, expression] of expressions) {
    const value = expression(document);
    if (value !== undefined) result[name] = value;
  }
  return result;
}

function isExpression(wanted: unknown): boolean {
  if (typeof wanted === 'number' || typeof wanted === 'boolean') return false;
  return (
    !isPlainObject(wanted) || Object.keys(wanted).some((name) => name.startsWith('$') || isExpression(wanted[name]))
  );
}

function mapStage(change: (document: Document) => Document): Stage {
  return function* (documents) {
    for (const document of documents) yield change(document);
  };
}

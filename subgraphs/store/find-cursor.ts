import { canonical, type Document } from './canonical-document';
import { EmbeddedCursor } from './embedded-cursor';
import { checkOptions } from './operation-options';
import { compileProjection } from './project-document';
import { runQuery } from './run-query';
import { parseSort } from './sort-documents';
import type { StoredCollection } from './stored-collection';

/** The options that a find reads. */
export const FIND_OPTIONS = ['sort', 'limit', 'skip', 'projection', 'singleBatch'] as const;

/** Runs a find: filter, order, window and projection as the driver is given them. */
export function* findDocuments(
  collection: StoredCollection | undefined,
  filter: Document,
  options: Document,
): Generator<Document> {
  const project = compileProjection(options.projection as Document | undefined);
  const query = { filter: canonical(filter), sort: parseSort(options.sort), ...windowOf(options) };
  for (const { document } of runQuery(collection, query)) yield project(document);
}

/** The skip and limit of an operation; a limit of 0 is none, a negative one counts as positive. */
export function windowOf(options: Document): { skip: number; limit: number } {
  const limit = Math.abs((options.limit as number | undefined) ?? 0);
  return { skip: (options.skip as number | undefined) ?? 0, limit: limit === 0 ? Infinity : limit };
}

/** The cursor of a find, which may still be given its order, window and projection before it is read. */
export class FindCursor extends EmbeddedCursor {
  private readonly options: Document;

  constructor(find: () => StoredCollection | undefined, filter: Document, options: Document | undefined) {
    const own = { ...checkOptions('find', options, FIND_OPTIONS) };
    super(() => findDocuments(find(), filter, own));
    this.options = own;
  }

  sort(sort: unknown): this {
    return this.with('sort', sort);
  }

  limit(limit: number): this {
    return this.with('limit', limit);
  }

  skip(skip: number): this {
    return this.with('skip', skip);
  }

  project(projection: Document): this {
    return this.with('projection', projection);
  }

  batchSize(_size: number): this {
    return this;
  }

  private with(name: string, value: unknown): this {
    this.options[name] = value;
    return this;
  }
}

import mongoose from 'mongoose';
import { aggregateDocuments } from './aggregate-pipeline';
import { bulkWrite } from './bulk-write';
import { canonical, type Document } from './canonical-document';
import { distinctValues } from './distinct-values';
import { EmbeddedCursor } from './embedded-cursor';
import { findAndChange, findAndRemove } from './find-and-change';
import { FIND_OPTIONS, FindCursor, findDocuments, windowOf } from './find-cursor';
import { describeIndex, type IndexDefinition, parseIndex } from './index-definition';
import { checkOptions } from './operation-options';
import { refuseMissingMethods } from './refused-methods';
import { countMatches } from './run-query';
import { ID_INDEX, type StoredCollection } from './stored-collection';
import type { StoredDatabase } from './stored-database';
import { compileUpdate } from './update-document';
import { withId } from './upsert-document';
import { type Change, changeDocuments, insertDocument, removeDocuments, type Target } from './write-documents';

/** The driver's Collection over the embedded store: what it lacks is refused by name. */
export class EmbeddedCollection {
  private readonly target: Target;

  constructor(
    database: StoredDatabase,
    readonly collectionName: string,
  ) {
    this.target = { database, name: collectionName };
  }

  get namespace(): string {
    return `${this.target.database.name}.${this.collectionName}`;
  }

  private stored(): StoredCollection | undefined {
    return this.target.database.find(this.collectionName);
  }

  find(filter: Document = {}, options?: Document): FindCursor {
    return new FindCursor(() => this.stored(), filter, options);
  }

  async findOne(filter: Document = {}, options?: Document): Promise<Document | null> {
    const known = checkOptions('findOne', options, FIND_OPTIONS);
    const [document] = findDocuments(this.stored(), filter, { ...known, limit: 1 });
    return document ?? null;
  }

  async countDocuments(filter: Document = {}, options?: Document): Promise<number> {
    const known = checkOptions('countDocuments', options, ['skip', 'limit']);
    return countMatches(this.stored(), { filter: canonical(filter), ...windowOf(known) });
  }

  async estimatedDocumentCount(options?: Document): Promise<number> {
    checkOptions('estimatedDocumentCount', options, []);
    return this.stored()?.documents ?? 0;
  }

  async distinct(path: string, filter: Document = {}, options?: Document): Promise<unknown[]> {
    checkOptions('distinct', options, []);
    return distinctValues(this.stored(), path, canonical(filter));
  }

  aggregate(pipeline: Document[] = [], options?: Document): EmbeddedCursor {
    checkOptions('aggregate', options, []);
    return new EmbeddedCursor(() => aggregateDocuments(this.stored(), pipeline));
  }

  async insertOne(document: Document, options?: Document): Promise<Document> {
    checkOptions('insertOne', options, []);
    const identified = withId(document);
    document._id ??= identified._id;
    insertDocument(this.target, identified);
    return { acknowledged: true, insertedId: identified._id };
  }

  async insertMany(documents: Document[], options?: Document): Promise<Document> {
    const { ordered } = checkOptions('insertMany', options, ['ordered', 'limit']);
    const operations = documents.map((document) => ({ insertOne: { document } }));
    const { insertedCount, insertedIds } = bulkWrite(this.target, operations, ordered !== false);
    return { acknowledged: true, insertedCount, insertedIds };
  }

  async bulkWrite(operations: Record<string, Document>[], options?: Document): Promise<mongoose.mongo.BulkWriteResult> {
    const { ordered } = checkOptions('bulkWrite', options, ['ordered']);
    return bulkWrite(this.target, operations, ordered !== false);
  }

  async updateOne(filter: Document, update: Document, options?: Document): Promise<Document> {
    return this.change('updateOne', filter, { update: compileUpdate(canonical(update)) }, options);
  }

  async updateMany(filter: Document, update: Document, options?: Document): Promise<Document> {
    return this.change('updateMany', filter, { update: compileUpdate(canonical(update)) }, options);
  }

  async replaceOne(filter: Document, replacement: Document, options?: Document): Promise<Document> {
    return this.change('replaceOne', filter, { replacement }, options);
  }

  private change(operation: string, filter: Document, change: Change, options?: Document): Document {
    const { upsert } = checkOptions(operation, options, ['upsert']);
    const selection = { filter: canonical(filter), one: operation !== 'updateMany', upsert: upsert === true };
    const { matched, modified, upsertedId } = changeDocuments(this.target, selection, change);
    const upsertedCount = upsertedId === undefined ? 0 : 1;
    const counts = { matchedCount: matched, modifiedCount: modified, upsertedCount };
    return { acknowledged: true, ...counts, upsertedId: upsertedId ?? null };
  }

  async deleteOne(filter: Document = {}, options?: Document): Promise<Document> {
    checkOptions('deleteOne', options, []);
    return this.remove(filter, true);
  }

  async deleteMany(filter: Document = {}, options?: Document): Promise<Document> {
    checkOptions('deleteMany', options, []);
    return this.remove(filter, false);
  }

  private remove(filter: Document, one: boolean): Document {
    const { removed } = removeDocuments(this.target, { filter: canonical(filter), one });
    return { acknowledged: true, deletedCount: removed };
  }

  async findOneAndUpdate(filter: Document, update: Document, options?: Document): Promise<unknown> {
    return findAndChange(this.target, filter, { update: compileUpdate(canonical(update)) }, options);
  }

  async findOneAndReplace(filter: Document, replacement: Document, options?: Document): Promise<unknown> {
    return findAndChange(this.target, filter, { replacement }, options);
  }

  async findOneAndDelete(filter: Document, options?: Document): Promise<unknown> {
    return findAndRemove(this.target, filter, options);
  }

  async createIndex(specification: unknown, options?: Document): Promise<string> {
    const [name] = this.ensureIndexes([parseIndex(specification, options)]);
    return name as string;
  }

  async createIndexes(descriptions: Document[]): Promise<string[]> {
    return this.ensureIndexes(descriptions.map(({ key, ...options }) => parseIndex(key, options)));
  }

  private ensureIndexes(definitions: readonly IndexDefinition[]): string[] {
    const { database } = this.target;
    database.write(() => database.ensure(this.collectionName).ensureIndexes(definitions));
    return definitions.map(({ name }) => name);
  }

  listIndexes(): EmbeddedCursor {
    return new EmbeddedCursor(() => this.indexDescriptions());
  }

  async indexes(): Promise<Document[]> {
    return this.indexDescriptions();
  }

  private indexDescriptions(): Document[] {
    const collection = this.stored();
    if (collection === undefined) return namespaceNotFound(this.namespace);
    const { unique: _always, ...idIndex } = describeIndex(ID_INDEX);
    return [idIndex, ...collection.indexes.map(({ definition }) => describeIndex(definition))];
  }

  async dropIndex(name: string): Promise<Document> {
    const dropped = this.target.database.write(() => this.stored()?.dropIndex(name));
    if (!dropped)
      throw new mongoose.mongo.MongoServerError({ message: `index not found with name [${name}]`, code: 27 });
    return { ok: 1 };
  }

  async dropIndexes(): Promise<boolean> {
    const names = this.stored()?.indexes.map(({ definition }) => definition.name) ?? [];
    for (const name of names) await this.dropIndex(name);
    return true;
  }

  async drop(): Promise<boolean> {
    return this.target.database.drop(this.collectionName);
  }
}

function namespaceNotFound(namespace: string): never {
  throw new mongoose.mongo.MongoServerError({
    message: `ns does not exist: ${namespace}`,
    code: 26,
    codeName: 'NamespaceNotFound',
  });
}

refuseMissingMethods(EmbeddedCollection.prototype, mongoose.mongo.Collection.prototype, 'collection');

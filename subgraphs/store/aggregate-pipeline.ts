import mongoose from 'mongoose';
import { compileStage, type Stage } from './aggregate-stages';
import { canonical, type Document } from './canonical-document';
import { type Match, type Query, runQuery } from './run-query';
import { parseSort } from './sort-documents';
import type { StoredCollection } from './stored-collection';

/** Runs a pipeline; its leading $match, $sort, $skip and $limit are one query that may use an index. */
export function aggregateDocuments(collection: StoredCollection | undefined, pipeline: Document[]): Iterable<Document> {
  const stages = canonical(pipeline).map(readStage);
  const query = takeQuery(stages);
  const compiled: Stage[] = stages.map(([name, operand]) => compileStage(name, operand));
  const documents: Iterable<Document> = documentsOf(runQuery(collection, query));
  return compiled.reduce((input, stage) => stage(input), documents);
}

function readStage(stage: Document): [string, unknown] {
  const [entry, ...others] = Object.entries(stage);
  if (entry === undefined || others.length > 0) badStage('a pipeline stage must have exactly one field');
  const [name, operand] = entry as [string, unknown];
  const least = LEAST[name];
  if (least !== undefined && !(Number.isInteger(operand) && (operand as number) >= least)) {
    badStage(`${name} must be a whole number of at least ${least}`);
  }
  return [name, operand];
}

const LEAST: Record<string, number> = { $limit: 1, $skip: 0 };

function badStage(message: string): never {
  throw new mongoose.mongo.MongoServerError({ message, code: 40324 });
}

function* documentsOf(matches: Iterable<Match>): Generator<Document> {
  for (const { document } of matches) yield document;
}

/** Takes from the front of the stages what one query answers. */
function takeQuery(stages: [string, unknown][]): Query {
  const conditions: Document[] = [];
  while (stages[0]?.[0] === '$match') conditions.push(stages.shift()?.[1] as Document);
  const filter = conditions.length <= 1 ? (conditions[0] ?? {}) : { $and: conditions };
  const sort = takeStage(stages, '$sort');
  const skip = takeStage(stages, '$skip') as number | undefined;
  const limit = takeStage(stages, '$limit') as number | undefined;
  return { filter, sort: parseSort(sort), ...(skip && { skip }), ...(limit && { limit }) };
}

function takeStage(stages: [string, unknown][], name: string): unknown {
  return stages[0]?.[0] === name ? stages.shift()?.[1] : undefined;
}

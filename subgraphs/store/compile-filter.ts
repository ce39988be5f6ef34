import mongoose from 'mongoose';
import type { Document } from './canonical-document';
import { isPlainObject, splitPath, visitPath } from './document-path';
import { COMPARISONS, compares, equals, isOneOf, type ValueTest } from './match-operators';
import { unsupported } from './unsupported';

/** Whether a canonical document matches. */
export type DocumentTest = (document: unknown) => boolean;

/** Compiles a canonical filter; whatever it does not know is refused by name, never ignored. */
export function compileFilter(filter: Document): DocumentTest {
  return all(Object.entries(filter).map(([name, condition]) => compileEntry(name, condition)));
}

function compileEntry(name: string, condition: unknown): DocumentTest {
  switch (name) {
    case '$and':
      return all(branches(name, condition));
    case '$or':
      return any(branches(name, condition));
    case '$nor':
      return not(any(branches(name, condition)));
    default:
      if (name.startsWith('$')) unsupported(`the query operator ${name}`);
      return all(compileConditions(splitPath(name), condition));
  }
}

function branches(name: string, condition: unknown): DocumentTest[] {
  if (!Array.isArray(condition) || condition.length === 0) badQuery(`${name} must be a nonempty array`);
  return (condition as unknown[]).map((branch) => {
    if (!isPlainObject(branch)) badQuery(`${name} entries need to be full objects`);
    return compileFilter(branch as Document);
  });
}

/** Whether a condition is made of operators rather than being a value to equal. */
export function hasOperators(condition: unknown): condition is Document {
  return isPlainObject(condition) && Object.keys(condition)[0]?.startsWith('$') === true;
}

// No names: the conditions are about an array's item itself, as in $elemMatch: { $gt: 1 }.
function compileConditions(names: readonly string[], condition: unknown): DocumentTest[] {
  if (!hasOperators(condition)) return [anyValue(names, equals(condition))];
  return Object.entries(condition).map(([operator, operand]) => compileOperator(names, operator, operand));
}

function compileOperator(names: readonly string[], operator: string, operand: unknown): DocumentTest {
  if (operator in COMPARISONS) return anyValue(names, compares(operator, operand));
  switch (operator) {
    case '$eq':
      return anyValue(names, equals(operand));
    case '$ne':
      return not(anyValue(names, equals(operand)));
    case '$in':
      return anyValue(names, isOneOf(list(operator, operand)));
    case '$nin':
      return not(anyValue(names, isOneOf(list(operator, operand))));
    case '$not':
      return not(all(compileNegated(names, operand)));
    case '$exists':
      return exists(names, operand);
    case '$all':
      return everyOf(names, list(operator, operand));
    case '$regex':
      return anyValue(names, fitsPattern(operand));
    case '$size':
      return wholeValue(names, hasSize(operand));
    case '$elemMatch':
      return wholeValue(names, hasItem(operand));
    default:
      return unsupported(`the query operator ${operator}`);
  }
}

function compileNegated(names: readonly string[], operand: unknown): DocumentTest[] {
  if (!hasOperators(operand)) badQuery('$not needs a document of operators');
  return compileConditions(names, operand);
}

/** A pattern of whole texts, from the product's own code: no input of a requester is an operator. */
function fitsPattern(operand: unknown): ValueTest {
  if (typeof operand !== 'string' || !/^\^.*\$$/.test(operand)) return unsupported('the query operator $regex');
  const pattern = new RegExp(operand);
  return (value) => typeof value === 'string' && pattern.test(value);
}

function exists(names: readonly string[], operand: unknown): DocumentTest {
  const found = wholeValue(names, (value) => value !== undefined);
  return operand === false || operand === 0 || operand === null ? not(found) : found;
}

function everyOf(names: readonly string[], operands: unknown[]): DocumentTest {
  if (operands.some(hasOperators)) unsupported('the query operator $elemMatch in $all');
  return operands.length === 0 ? () => false : all(operands.map((operand) => anyValue(names, equals(operand))));
}

function hasSize(operand: unknown): ValueTest {
  if (!Number.isInteger(operand) || (operand as number) < 0) badQuery('$size must be a whole number');
  return (value) => Array.isArray(value) && value.length === operand;
}

function hasItem(operand: unknown): ValueTest {
  if (!isPlainObject(operand)) badQuery('$elemMatch needs an object');
  const logical = Object.keys(operand as Document).some((name) => ['$and', '$or', '$nor'].includes(name));
  const aboutItems = hasOperators(operand) && !logical;
  const test = aboutItems ? all(compileConditions([], operand)) : compileFilter(operand as Document);
  return (value) => Array.isArray(value) && value.some((item) => (aboutItems || isPlainObject(item)) && test(item));
}

function list(operator: string, operand: unknown): unknown[] {
  if (!Array.isArray(operand)) badQuery(`${operator} needs an array`);
  const operands = operand as unknown[];
  if (operator !== '$all' && operands.some(hasOperators)) badQuery(`cannot nest $ under ${operator}`);
  return operands;
}

// Tests each item of an array as well as the array itself; an item of $elemMatch is tested only as a whole.
function anyValue(names: readonly string[], test: ValueTest): DocumentTest {
  if (names.length === 0) return test;
  const visit = (value: unknown) => test(value) || (Array.isArray(value) && value.some(test));
  return (document) => visitPath(document, names, visit);
}

function wholeValue(names: readonly string[], test: ValueTest): DocumentTest {
  return (document) => visitPath(document, names, test);
}

function all(tests: readonly DocumentTest[]): DocumentTest {
  if (tests.length === 1) return tests[0] as DocumentTest;
  return (document) => tests.every((test) => test(document));
}

function any(tests: readonly DocumentTest[]): DocumentTest {
  return (document) => tests.some((test) => test(document));
}

function not(test: DocumentTest): DocumentTest {
  return (document) => !test(document);
}

function badQuery(message: string): never {
  throw new mongoose.mongo.MongoServerError({ message, code: 2, codeName: 'BadValue' });
}

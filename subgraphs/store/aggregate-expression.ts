import { Context, evalExpr } from 'mingo/core';
import { $add, $divide, $multiply, $subtract } from 'mingo/operators/expression/arithmetic';
import { $ifNull } from 'mingo/operators/expression/conditional';
import { $concat } from 'mingo/operators/expression/string';
import type { Any, Options } from 'mingo/types';
import { compareBson } from './bson-order';
import type { Document } from './canonical-document';
import { fieldOf, isPlainObject, splitPath } from './document-path';
import { unsupported } from './unsupported';

/** Computes a value from a document; `undefined` when the value is missing. */
export type Expression = (document: Document) => unknown;

type Operator = (document: Any, operand: Any, options: Options) => Any;

// mingo orders and tests values in its own way, so what compares or branches is computed here.
const comparison =
  (holds: (sign: number) => boolean): Operator =>
  (document, operand, options) => {
    const [a, b] = evalExpr(document, operand, options) as [unknown, unknown];
    return holds(compareBson(a, b));
  };

const datePart =
  (part: (date: Date) => number): Operator =>
  (document, operand, options) => {
    const date: unknown = evalExpr(document, operand, options);
    if (date === null || date === undefined) return null;
    return date instanceof Date ? part(date) : unsupported('date parts of what is not a date');
  };

const MINGO_OPERATORS = { $add, $concat, $divide, $ifNull, $multiply, $subtract } as Record<string, unknown>;

const OPERATORS: Record<string, Operator> = {
  ...(MINGO_OPERATORS as Record<string, Operator>),
  $literal: (_document, operand) => operand,
  $eq: comparison((sign) => sign === 0),
  $ne: comparison((sign) => sign !== 0),
  $gt: comparison((sign) => sign > 0),
  $gte: comparison((sign) => sign >= 0),
  $lt: comparison((sign) => sign < 0),
  $lte: comparison((sign) => sign <= 0),
  $and: (document, operand, options) => list(operand).every((item) => isTrue(evalExpr(document, item, options))),
  $or: (document, operand, options) => list(operand).some((item) => isTrue(evalExpr(document, item, options))),
  $not: (document, operand, options) => !isTrue(evalExpr(document, list(operand)[0] as Any, options)),
  $cond: (document, operand, options) => {
    const [test, wanted, otherwise] = branchesOf(operand);
    return evalExpr(document, isTrue(evalExpr(document, test, options)) ? wanted : otherwise, options);
  },
  $year: datePart((date) => date.getUTCFullYear()),
  $month: datePart((date) => date.getUTCMonth() + 1),
  $dayOfMonth: datePart((date) => date.getUTCDate()),
};

const OPTIONS = {
  idKey: '_id',
  processingMode: 0,
  useStrictMode: true,
  scriptEnabled: false,
  failOnError: true,
  context: Context.init({ expression: OPERATORS }),
} as unknown as Options;

/** Compiles an aggregation expression; operators and variables that it does not know are refused by name. */
export function compileExpression(expression: unknown): Expression {
  checkExpression(expression);
  if (!isComputed(expression)) return () => expression;
  const evaluate = (document: Document) => withoutMissing(evalExpr(document as Any, expression as Any, OPTIONS));
  return typeof expression === 'string' && !expression.startsWith('$$') ? fieldPath(expression, evaluate) : evaluate;
}

// Most expressions only name a field; arrays on the way to it are left to mingo.
function fieldPath(expression: string, evaluate: Expression): Expression {
  const names = splitPath(expression.slice(1));
  return (document) => {
    let value: unknown = document;
    for (const name of names) {
      if (Array.isArray(value)) return evaluate(document);
      value = fieldOf(value, name);
    }
    return value;
  };
}

function isComputed(expression: unknown): boolean {
  return (
    (typeof expression === 'string' && expression.startsWith('$')) ||
    (typeof expression === 'object' && expression !== null)
  );
}

function checkExpression(expression: unknown): void {
  if (typeof expression === 'string') checkFieldPath(expression);
  if (Array.isArray(expression)) expression.forEach(checkExpression);
  if (!isPlainObject(expression)) return;
  for (const [name, operand] of Object.entries(expression)) {
    if (name.startsWith('$') && !Object.hasOwn(OPERATORS, name)) unsupported(`the expression operator ${name}`);
    if (name !== '$literal') checkExpression(operand);
  }
}

// The aggregation language takes a number in a path for a field's name, mingo for an array's index.
function checkFieldPath(text: string): void {
  if (text.startsWith('$$') && text !== '$$ROOT') unsupported(`the variable ${text}`);
  if (text.startsWith('$') && /\.\d+(\.|$)/.test(text)) unsupported('numbers in the field paths of expressions');
}

function list(operand: unknown): Any[] {
  return (Array.isArray(operand) ? operand : [operand]) as Any[];
}

function branchesOf(operand: Any): [Any, Any, Any] {
  if (Array.isArray(operand)) return operand as [Any, Any, Any];
  const named = operand as unknown as Record<string, Any>;
  return [named.if, named.then, named.else] as [Any, Any, Any];
}

function isTrue(value: unknown): boolean {
  return value !== false && value !== null && value !== undefined && value !== 0;
}

function withoutMissing(value: unknown): unknown {
  if (!isPlainObject(value)) return value;
  const present = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(present.map(([name, item]) => [name, withoutMissing(item)]));
}

import type { CedarValueJson } from '@cedar-policy/cedar-wasm/nodejs';

/**
 * Cedar compares values of one type only, and no strings by order, so every value comes as a record that says
 * what it is: `{ string, order, beginnings }`, `{ number }`, `{ boolean }`, or for a list `{ strings, whole }` and so on.
 */
export type TaggedValue = Record<string, CedarValueJson>;

/** The types of values that conditions compare. */
export type Tag = 'string' | 'number' | 'boolean';

const SYMBOLS = '-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LENGTH = 10;

/** A whole number that stands where a short text stands among texts: its symbols as digits, those missing first. */
export function orderOf(text: string): number | undefined {
  const digits = [...text.padEnd(LENGTH, ' ')].map((symbol) => SYMBOLS.indexOf(symbol) + 1);
  if (digits.length > LENGTH || [...text].some((symbol) => !SYMBOLS.includes(symbol))) return undefined;
  return digits.reduce((number, digit) => number * (SYMBOLS.length + 1) + digit, 0);
}

/** What a text begins with, short of all of it. */
export const beginningsOf = (text: string): string[] => Array.from(text, (_, length) => text.slice(0, length));

/** A value with its type; only a date has an order. */
export function taggedValue(value: string | number | boolean): TaggedValue {
  if (typeof value !== 'string') return { [typeof value]: value };
  const order = /^\d{4}(-\d{2}){0,2}$/.test(value) ? orderOf(value) : undefined;
  return order === undefined ? { string: value } : { string: value, order, beginnings: beginningsOf(value) };
}

/** A list of values of one type; whole when nothing in it is unknown. */
export function taggedList(tag: Tag, values: readonly unknown[]): TaggedValue {
  const known = values.filter((value): value is string | number | boolean => typeof value === tag);
  return { [`${tag}s`]: known, whole: known.length === values.length };
}

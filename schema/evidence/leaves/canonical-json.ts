import { isConstantPart } from './constant-part';

/** What a leaf is made of: no fractions, nothing undefined in a list. */
export type CanonicalValue =
  | string
  | number
  | boolean
  | null
  | undefined
  | readonly CanonicalValue[]
  | { readonly [member: string]: CanonicalValue };

/**
 * The one text of a value: JSON without spaces, members in the order of their names' UTF-16 units (RFC 8785), those
 * that are undefined left out. Of numbers only whole ones that are exact, so that no writing of a number is open.
 * @throws TypeError on anything else, and on half a character
 */
export function canonicalJson(value: CanonicalValue): string {
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return canonicalString(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && !Object.is(value, -0)) return String(value);
  if (Array.isArray(value)) return onceIfConstant(value, () => canonicalList(value));
  if (typeof value === 'object')
    return onceIfConstant(value, () => canonicalObject(value as Record<string, CanonicalValue>));
  throw new TypeError(`A ${typeof value} has no canonical text.`);
}

function canonicalString(text: string): string {
  if (!text.isWellFormed()) throw new TypeError('Half a character has no canonical text.');
  return JSON.stringify(text);
}

/** The texts of parts that never change. */
const texts = new WeakMap<object, string>();

function onceIfConstant(value: object, write: () => string): string {
  if (!isConstantPart(value)) return write();
  const text = texts.get(value) ?? write();
  texts.set(value, text);
  return text;
}

const canonicalList = (values: readonly CanonicalValue[]): string => `[${values.map(canonicalJson).join(',')}]`;

function canonicalObject(value: Record<string, CanonicalValue>): string {
  let text = '';
  for (const name of Object.keys(value).sort()) {
    const member = value[name];
    if (member !== undefined) text += `${text === '' ? '{' : ','}${nameText(name)}:${canonicalJson(member)}`;
  }
  return text === '' ? '{}' : `${text}}`;
}

/** The texts of members' names, which are the same in most leaves. */
const names = new Map<string, string>();
const MOST_NAMES = 50_000;

function nameText(name: string): string {
  const known = names.get(name);
  if (known !== undefined) return known;
  const text = canonicalString(name);
  if (names.size >= MOST_NAMES) names.clear();
  names.set(name, text);
  return text;
}

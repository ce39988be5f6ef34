import type { z } from 'zod';
import { isConstantPart } from './constant-part';
import { HASH, MOST, NAME, type RecordedLeaf, recordedLeaf, TIME } from './leaf';

type Members = Readonly<Record<string, unknown>>;

/** The form of each member, by the kind of leaf. INVARIANT: no rule is about two members together. */
const FORMS: ReadonlyMap<string, ReadonlyMap<string, z.ZodType>> = new Map(
  recordedLeaf.options.map(({ shape }) => [shape.kind.value, new Map(Object.entries(shape))]),
);

/**
 * Checks that a leaf is of its form, before anything of it is written: member by member, so that what stands in many
 * leaves is checked once.
 *
 * INVARIANT: the message names the member and the rule, and no value: what is wrong may be personal.
 * @throws TypeError when it is not; that is a fault of the caller's
 */
export function checkLeaf(leaf: RecordedLeaf): RecordedLeaf {
  const members = leaf as unknown as Members;
  const form = FORMS.get(leaf.kind);
  if (!form) throw fault('kind', 'invalid_union');
  for (const name of Object.keys(members)) if (!form.has(name)) throw fault('leaf', 'unrecognized_keys');
  for (const [name, rule] of form) checkValue(name, members[name], rule);
  return leaf;
}

/** Checks one member of a leaf whose others were checked. @throws TypeError when it is not of its form */
export function checkMember(leaf: RecordedLeaf, name: string): void {
  const rule = FORMS.get(leaf.kind)?.get(name);
  if (!rule) throw fault('leaf', 'unrecognized_keys');
  checkValue(name, (leaf as unknown as Members)[name], rule);
}

function checkValue(name: string, value: unknown, rule: z.ZodType): void {
  if (value === undefined ? optional.has(rule) : isKnown(name, value, rule)) return;
  const { error } = rule.safeParse(value);
  if (error) throw fault(name, error.issues[0]?.code);
  if (value === undefined) optional.add(rule);
  else remember(name, value, rule);
}

const fault = (member: string, code: string | undefined): TypeError =>
  new TypeError(`The leaf is not of its form: ${member}: ${code}.`);

/** What was found to be of its form, by the rule that it was found to follow. INVARIANT: parts that never change. */
const parts = new WeakMap<object, z.ZodType>();
/** The rules of members that may be absent, as was found. */
const optional = new WeakSet<z.ZodType>();
/** Of the members that are the same texts in many leaves: what was found to be of its form. */
const texts = new Map(['kind', 'format', 'purpose', 'caseReference', 'ruleSetVersion'].map((name) => [name, known()]));
/** Coordinates that were found to be of their form in counts before. */
const coordinates = known();
const MOST_KNOWN = 50_000;

function known(): Set<unknown> {
  return new Set();
}

/** Whether a value needs no second look. */
function isKnown(name: string, value: unknown, rule: z.ZodType): boolean {
  if (typeof value === 'string') return PATTERNS.get(name)?.test(value) ?? texts.get(name)?.has(value) ?? false;
  if (typeof value !== 'object' || value === null) return false;
  if (name === 'subgraphs') return areOwnersLeaves(value);
  return parts.get(value) === rule || (name === 'counts' && areCountsOfKnown(value as Members));
}

/** The whole form of members that are another text in every leaf. */
const PATTERNS: ReadonlyMap<string, RegExp> = new Map([
  ['requestId', NAME],
  ['answerDigest', HASH],
  ['time', TIME],
]);

/** Whether these are owners' leaves, of which every answer of the gateway names others. */
function areOwnersLeaves(value: object): boolean {
  return Array.isArray(value) && value.length <= MOST && value.every(isOwnersLeaf);
}

function isOwnersLeaf(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Object.keys(value).length !== 3) return false;
  const { log, index, leafHash } = value as Members;
  const isNamed = typeof log === 'string' && NAME.test(log) && typeof leafHash === 'string' && HASH.test(leafHash);
  return isNamed && Number.isSafeInteger(index) && (index as number) >= 0;
}

function remember(name: string, value: unknown, rule: z.ZodType): void {
  if (typeof value !== 'object' || value === null) keep(texts.get(name), value);
  else {
    if (isConstantPart(value)) parts.set(value, rule);
    if (name === 'counts') for (const coordinate of Object.keys(value)) keep(coordinates, coordinate);
  }
}

function keep(values: Set<unknown> | undefined, value: unknown): void {
  if (values && values.size >= MOST_KNOWN) values.clear();
  values?.add(value);
}

/** Whether these are counts, whole numbers from zero on, of coordinates that were checked before. */
function areCountsOfKnown(counts: Members): boolean {
  if (![null, Object.prototype].includes(Object.getPrototypeOf(counts))) return false;
  for (const coordinate of Object.keys(counts)) {
    const count = counts[coordinate];
    if (!coordinates.has(coordinate) || !Number.isSafeInteger(count) || (count as number) < 0) return false;
  }
  return true;
}

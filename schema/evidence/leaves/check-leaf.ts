import type { z } from 'zod';
import { isConstantPart } from './constant-part';
import { type RecordedLeaf, recordedLeaf } from './leaf';

/** Members that may be the same in many leaves. */
const CONSTANT_MEMBERS = ['agreements', 'rules', 'disclosed', 'lowered', 'withheld', 'operation', 'requester'] as const;
type Members = Readonly<Record<string, unknown>>;

/** What was found to be of its form, by the member that it is. INVARIANT: parts that never change, and no others. */
const known = new WeakMap<object, string>();

/**
 * Checks that a leaf is of its form, before anything of it is written. Parts that are the same in many leaves are
 * checked once.
 *
 * INVARIANT: the message names the member and the rule, and no value: what is wrong may be personal.
 * @throws TypeError when it is not; that is a fault of the caller's
 */
export function checkLeaf(leaf: RecordedLeaf): RecordedLeaf {
  const members = leaf as unknown as Members;
  const form = FORMS.get(leaf.kind);
  const checked = form ? knownMembers(members, form) : [];
  const parsed = form
    ? formWithout(form, leaf.kind, checked).safeParse(without(members, checked))
    : recordedLeaf.safeParse(leaf);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`The leaf is not of its form: ${String(issue?.path[0] ?? 'leaf')}: ${issue?.code}.`);
  }
  for (const member of CONSTANT_MEMBERS) remember(member, members[member]);
  if (!checked.includes('counts')) rememberCounts(members.counts);
  return leaf;
}

/** The members that need no second look. INVARIANT: none that this kind of leaf does not have. */
function knownMembers(members: Members, { shape }: z.ZodObject): string[] {
  const found = CONSTANT_MEMBERS.filter((member) => member in shape && known.get(members[member] as object) === member);
  return 'counts' in shape && areCountsOfKnown(members.counts) ? [...found, 'counts'] : found;
}

function without(members: Members, left: readonly string[]): Members {
  const rest: Record<string, unknown> = {};
  for (const member of Object.keys(members)) if (!left.includes(member)) rest[member] = members[member];
  return rest;
}

const FORMS: ReadonlyMap<string, z.ZodObject> = new Map(
  recordedLeaf.options.map((form) => [form.shape.kind.value, form as z.ZodObject]),
);
const shorter = new Map<string, z.ZodObject>();

/** The form of a kind of leaf without some of its members. */
function formWithout(form: z.ZodObject, kind: string, members: readonly string[]): z.ZodObject {
  const name = `${kind} ${members.join(' ')}`;
  const made = shorter.get(name) ?? form.omit(Object.fromEntries(members.map((member) => [member, true])) as never);
  shorter.set(name, made);
  return made;
}

/** Coordinates that were found to be of their form in leaves before. */
const coordinates = new Set<string>();
const MOST_COORDINATES = 50_000;

/** Whether these are counts, whole numbers from zero on, of coordinates that were checked before. */
function areCountsOfKnown(counts: unknown): boolean {
  if (typeof counts !== 'object' || counts === null) return false;
  for (const coordinate of Object.keys(counts)) {
    const count = (counts as Members)[coordinate];
    if (!coordinates.has(coordinate) || !Number.isSafeInteger(count) || (count as number) < 0) return false;
  }
  return true;
}

function rememberCounts(counts: unknown): void {
  if (typeof counts !== 'object' || counts === null) return;
  for (const coordinate of Object.keys(counts)) {
    if (coordinates.size >= MOST_COORDINATES) coordinates.clear();
    coordinates.add(coordinate);
  }
}

function remember(member: string, part: unknown): void {
  if (typeof part === 'object' && part !== null && isConstantPart(part)) known.set(part, member);
}

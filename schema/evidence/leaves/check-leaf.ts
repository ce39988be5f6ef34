import { isConstantPart } from './constant-part';
import { type RecordedLeaf, recordedLeaf } from './leaf';

/** What was found to be of its form, by the member that it is. INVARIANT: parts that never change, and no others. */
const known = new WeakMap<object, string>();

/** Of the members that may be constant: what passes for one that is known. */
const KNOWN_PARTS = {
  agreements: [],
  rules: [],
  disclosed: [],
  lowered: [],
  withheld: [],
  operation: { digest: 'A'.repeat(43), text: '' },
  requester: { party: 'AAA', agency: 'A', id: 'A', roles: [] },
} as const;
const CONSTANT_MEMBERS = Object.keys(KNOWN_PARTS) as Array<keyof typeof KNOWN_PARTS>;

/**
 * Checks that a leaf is of its form, before anything of it is written. Parts that are the same in many leaves are
 * checked once.
 *
 * INVARIANT: the message names the member and the rule, and no value: what is wrong may be personal.
 * @throws TypeError when it is not; that is a fault of the caller's
 */
export function checkLeaf(leaf: RecordedLeaf): RecordedLeaf {
  const parts = leaf as unknown as Record<string, object | undefined>;
  const given: Record<string, unknown> = { ...leaf };
  for (const member of CONSTANT_MEMBERS) if (isKnown(member, parts[member])) given[member] = KNOWN_PARTS[member];
  const areCountsKnown = parts.counts !== undefined && areCountsOfKnown(parts.counts);
  if (areCountsKnown) given.counts = {};
  const parsed = recordedLeaf.safeParse(given);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new TypeError(`The leaf is not of its form: ${String(issue?.path[0] ?? 'leaf')}: ${issue?.code}.`);
  }
  for (const member of CONSTANT_MEMBERS) remember(member, parts[member]);
  if (parts.counts && !areCountsKnown)
    for (const coordinate of Object.keys(parts.counts)) rememberCoordinate(coordinate);
  return leaf;
}

/** Coordinates that were found to be of their form in leaves before. */
const coordinates = new Set<string>();
const MOST_COORDINATES = 50_000;

/** Whether counts are whole numbers from zero on, of coordinates that were checked before. */
function areCountsOfKnown(counts: object): boolean {
  return Object.entries(counts).every(
    ([coordinate, count]) => coordinates.has(coordinate) && Number.isSafeInteger(count) && count >= 0,
  );
}

function rememberCoordinate(coordinate: string): void {
  if (coordinates.size >= MOST_COORDINATES) coordinates.clear();
  coordinates.add(coordinate);
}

const isKnown = (member: string, part: object | undefined): boolean => part !== undefined && known.get(part) === member;

function remember(member: string, part: object | undefined): void {
  if (part !== undefined && isConstantPart(part)) known.set(part, member);
}

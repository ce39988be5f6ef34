import { type CanonicalValue, canonicalJson } from './canonical-json';
import { checkLeaf, checkMember } from './check-leaf';
import { isConstantPart } from './constant-part';
import type { RecordedLeaf } from './leaf';
import { type LinePiece, type PreparedLeaf, preparedLeaf, prepareLeaf } from './leaf-text';

type Members = Readonly<Record<string, unknown>>;

/** The members that are the same in leaves of one operation, decided alike: all others may be new in each leaf. */
const SHARED: ReadonlySet<string> = new Set([
  ...['kind', 'format', 'purpose', 'ruleSetVersion', 'operation', 'coordinates', 'records'],
  ...['agreements', 'rules', 'disclosed', 'lowered', 'withheld'],
]);
/** Leaves of one operation have as many forms as there are parties, purposes and rule sets: the newest are kept. */
const MOST_FORMS = 32;

/** By operation, which is the same object for as long as its document is known. */
const forms = new WeakMap<object, LeafForm[]>();

/**
 * Checks a leaf and writes all of it but its number. What leaves of one form share is checked and written once.
 * @throws TypeError when it is not of its form, RangeError when it is too large
 */
export function prepareRecorded(leaf: RecordedLeaf, blind: string): PreparedLeaf {
  const operation = 'operation' in leaf && isConstantPart(leaf.operation) ? leaf.operation : undefined;
  if (!operation) return prepareLeaf(checkLeaf(leaf), blind);
  const known = forms.get(operation) ?? [];
  const form = known.find((one) => one.isOf(leaf)) ?? new LeafForm(checkLeaf(leaf));
  if (!known.includes(form)) forms.set(operation, [form, ...known].slice(0, MOST_FORMS));
  return form.fill(leaf, blind);
}

/**
 * What leaves of one operation, decided alike, have in common: their text but for what is new in each.
 *
 * INVARIANT: what is shared can never change (a constant part, or no object at all) and was checked; what is filled in
 * is checked each time.
 */
class LeafForm {
  private readonly shared: ReadonlyArray<readonly [name: string, value: unknown]>;
  /** What is new in each leaf, in the order of the line; of these the log itself gives `blind` and `sequence`. */
  private readonly filled: readonly string[];
  /** What stands before each of them, and behind the last. */
  private readonly texts: readonly Uint8Array[];
  private readonly members: number;

  constructor(leaf: RecordedLeaf) {
    const defined = Object.entries(leaf).filter(([, value]) => value !== undefined);
    this.members = defined.length;
    this.shared = defined.filter(([name, value]) => SHARED.has(name) && isUnchanging(value));
    const texts = new Map(this.shared.map(([name, value]) => [name, canonicalJson(value as CanonicalValue)]));
    const names = [...defined.map(([name]) => name), 'blind', 'sequence'].sort();
    this.filled = names.filter((name) => !texts.has(name));
    this.texts = textsBetween(names, texts);
  }

  /** Whether a leaf has these members, and of the shared ones these very values. */
  isOf(leaf: RecordedLeaf): boolean {
    const members = leaf as Members;
    for (const [name, value] of this.shared) if (members[name] !== value) return false;
    for (const name of this.filled) if (members[name] === undefined && !isOfLog(name)) return false;
    let defined = 0;
    for (const name of Object.keys(members)) if (members[name] !== undefined) defined += 1;
    return defined === this.members;
  }

  /** The line of a leaf of this form. */
  fill(leaf: RecordedLeaf, blind: string): PreparedLeaf {
    const [before, after]: [LinePiece[], LinePiece[]] = [[], []];
    let pieces = before;
    for (const [at, name] of this.filled.entries()) {
      pieces.push(this.texts[at] as Uint8Array);
      if (name === 'sequence') pieces = after;
      else pieces.push(canonicalJson(name === 'blind' ? blind : checkedMember(leaf, name)));
    }
    after.push(this.texts.at(-1) as Uint8Array);
    return preparedLeaf(leaf, before, after);
  }
}

const isUnchanging = (value: unknown): boolean => typeof value !== 'object' || value === null || isConstantPart(value);

const isOfLog = (name: string): boolean => name === 'blind' || name === 'sequence';

function checkedMember(leaf: RecordedLeaf, name: string): CanonicalValue {
  checkMember(leaf, name);
  return (leaf as Members)[name] as CanonicalValue;
}

/** The text of an object with these members, in pieces between those whose text is not known. */
function textsBetween(names: readonly string[], texts: ReadonlyMap<string, string>): Uint8Array[] {
  const pieces: Uint8Array[] = [];
  let text = '';
  for (const [at, name] of names.entries()) {
    text += `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    const known = texts.get(name);
    if (known !== undefined) text += known;
    else {
      pieces.push(Buffer.from(text));
      text = '';
    }
  }
  return [...pieces, Buffer.from(`${text}}`)];
}

import { type CanonicalValue, canonicalJson } from './canonical-json';
import { checkLeaf, checkMember } from './check-leaf';
import { isConstantPart } from './constant-part';
import type { RecordedLeaf } from './leaf';
import { type PreparedLeaf, preparedLeaf, prepareLeaf } from './leaf-text';

type Members = Readonly<Record<string, unknown>>;

/** The members that are the same in the leaves of one operation, decided alike: all others may be new in each leaf. */
const SHARED: ReadonlySet<string> = new Set([
  'kind',
  'format',
  'purpose',
  'ruleSetVersion',
  'agreements',
  'rules',
  'disclosed',
  'lowered',
]);

/** By what is disclosed, which is the same object for as long as the decisions on an operation are known. */
const forms = new WeakMap<object, LeafForm>();

/**
 * Checks a leaf and writes all of it but its number. What leaves of one form share is checked and written once.
 * @throws TypeError when it is not of its form, RangeError when it is too large
 */
export function prepareRecorded(leaf: RecordedLeaf, blind: string): PreparedLeaf {
  const disclosed = 'disclosed' in leaf && isConstantPart(leaf.disclosed) ? leaf.disclosed : undefined;
  if (!disclosed || Object.values(leaf).includes(undefined)) return prepareLeaf(checkLeaf(leaf), blind);
  const known = forms.get(disclosed);
  const form = known?.isOf(leaf) ? known : new LeafForm(checkLeaf(leaf));
  if (form !== known) forms.set(disclosed, form);
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
  private readonly texts: readonly string[];
  private readonly members: number;

  constructor(leaf: RecordedLeaf) {
    const members = Object.entries(leaf);
    this.members = members.length;
    this.shared = members.filter(([name, value]) => SHARED.has(name) && isUnchanging(value));
    const texts = new Map(this.shared.map(([name, value]) => [name, canonicalJson(value as CanonicalValue)]));
    const names = [...members.map(([name]) => name), 'blind', 'sequence'].sort();
    this.filled = names.filter((name) => !texts.has(name));
    this.texts = textsBetween(names, texts);
  }

  /** Whether a leaf without undefined members has these and no others, and of the shared ones these very values. */
  isOf(leaf: RecordedLeaf): boolean {
    const members = leaf as Members;
    for (const [name, value] of this.shared) if (members[name] !== value) return false;
    for (const name of this.filled) if (members[name] === undefined && !isOfLog(name)) return false;
    return Object.keys(members).length === this.members;
  }

  /** The line of a leaf of this form. */
  fill(leaf: RecordedLeaf, blind: string): PreparedLeaf {
    const [before, after]: [string[], string[]] = [[], []];
    let pieces = before;
    for (const [at, name] of this.filled.entries()) {
      pieces.push(this.texts[at] as string);
      if (name === 'sequence') pieces = after;
      else pieces.push(canonicalJson(name === 'blind' ? blind : checkedMember(leaf, name)));
    }
    after.push(this.texts.at(-1) as string);
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
function textsBetween(names: readonly string[], texts: ReadonlyMap<string, string>): string[] {
  const pieces: string[] = [];
  let text = '';
  for (const [at, name] of names.entries()) {
    text += `${at === 0 ? '{' : ','}${JSON.stringify(name)}:`;
    const known = texts.get(name);
    if (known !== undefined) text += known;
    else {
      pieces.push(text);
      text = '';
    }
  }
  return [...pieces, `${text}}`];
}

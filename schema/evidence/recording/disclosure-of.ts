import type { Decision } from '../../access/decide';
import type { DecidedField, RowsAtPlace } from '../../access/decided-operation';
import { rankOf, topRank } from '../../access/levels';
import { constantPart } from '../leaves/constant-part';

/** What an answer shows, shows less of and leaves out, and by which rules: the part of a leaf that decisions make. */
export interface Disclosure {
  readonly agreements: string[];
  readonly rules: string[];
  readonly disclosed: string[];
  readonly lowered: Array<{ coordinate: string; level: string; rule: string | null }>;
  readonly withheld: Array<{ coordinate: string; rule: string | null }>;
}

interface KnownDisclosure {
  readonly rows: readonly RowsAtPlace[];
  readonly disclosure: Disclosure;
}

/** By the decided fields, which are the same array as often as one operation is decided alike. */
const known = new WeakMap<readonly DecidedField[], KnownDisclosure>();

/** Reads off the decisions on an operation what the evidence of its answer says. Each field stands once, in order. */
export function disclosureOf(fields: readonly DecidedField[], rows: readonly RowsAtPlace[]): Disclosure {
  const kept = known.get(fields);
  if (kept?.rows === rows) return kept.disclosure;
  const disclosure = constantPart(read(fields, rows));
  known.set(fields, { rows, disclosure });
  return disclosure;
}

function read(fields: readonly DecidedField[], rows: readonly RowsAtPlace[]): Disclosure {
  const decisions = [...new Map(fields.map(({ decision }) => [decision.coordinate, decision])).values()].sort(
    (one, other) => (one.coordinate < other.coordinate ? -1 : 1),
  );
  const shown = decisions.filter(({ withheld }) => !withheld);
  const caps = [...decisions.flatMap(capsOf), ...rows.flatMap((place) => place.caps.map(({ id }) => id))];
  return {
    agreements: sorted(shown.flatMap(({ agreements }) => agreements.map(({ owner, id }) => `${owner}:${id}`))),
    rules: sorted(caps),
    disclosed: shown.filter((one) => !isLowered(one)).map(({ coordinate }) => coordinate),
    lowered: shown
      .filter(isLowered)
      .map(({ coordinate, level, cap }) => ({ coordinate, level, rule: cap?.id ?? null })),
    withheld: decisions
      .filter(({ withheld }) => withheld)
      .map(({ coordinate, cap }) => ({ coordinate, rule: cap?.id ?? null })),
  };
}

/** Whether no record shows the whole value. */
function isLowered({ label, level }: Decision): boolean {
  const kind = label?.kind ?? 'other';
  return (rankOf(kind, level) ?? 0) < topRank(kind);
}

const capsOf = ({ cap, conditional }: Decision): string[] => [
  ...(cap ? [cap.id] : []),
  ...(conditional?.caps.map((one) => one.cap.id) ?? []),
];

const sorted = (names: readonly string[]): string[] => [...new Set(names)].sort();

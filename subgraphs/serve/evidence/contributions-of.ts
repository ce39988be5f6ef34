import { agreementsOn, capOn } from '@pasarela/schema/access/cap-on-record';
import { levelAt, topRank } from '@pasarela/schema/access/levels';
import { nameOfAgreement } from '@pasarela/schema/access/name-of-agreement';
import type { ContributionOfLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { isOfEvidence } from '@pasarela/schema/evidence/oversight';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import type { WithheldField } from '../oversight/withheld-fields';
import { type CountedField, countContributions, type JointAnswer } from './count-contributions';
import type { RecordSalts } from './record-salts';

/** An answer of a joint domain, and what was cut out of it beforehand. */
export interface AnswerOfContributors extends JointAnswer {
  /** The party that asked. */
  readonly party: string;
  readonly withheld: readonly WithheldField[];
}

/** Each party's part of an answer of a joint domain, by the parties' names. */
export async function contributionsOf(
  answer: AnswerOfContributors,
  salts: Pick<RecordSalts, 'referencesOf'>,
): Promise<ContributionOfLeaf[]> {
  const counted = countContributions(answer);
  const records = answer.contributors.records();
  const withheld = withheldByPart(answer.withheld, answer.party);
  const contributors = [...new Set([...counted.keys(), ...records.keys(), ...withheld.keys()])].sort();
  return Promise.all(
    contributors.map(async (contributor) => ({
      ...partOf(contributor, {
        fields: [...(counted.get(contributor)?.values() ?? [])],
        withheld: withheld.get(contributor) ?? [],
      }),
      records: await salts.referencesOf(records.get(contributor) ?? []),
    })),
  );
}

/** The parts of what a gateway reports as asked for and withheld, where nothing was fetched. */
export const contributionsWithheld = (fields: readonly WithheldField[], party: string): ContributionOfLeaf[] =>
  [...withheldByPart(fields, party)].toSorted(byName).map(([contributor, withheld]) => ({
    ...partOf(contributor, { fields: [], withheld }),
    records: [],
  }));

/**
 * Whose the asking for a withheld field is. What a party may write, and its look into its own evidence, are its own;
 * the rest was of no contributor's records, for nothing was fetched, and is told to all.
 */
function withheldByPart(fields: readonly WithheldField[], party: string): Map<string, WithheldField[]> {
  const isOwn = ({ coordinate }: WithheldField) => coordinate.startsWith('Mutation.') || isOfEvidence(coordinate);
  return Map.groupBy(fields, (field) => (isOwn(field) ? party : OWNER_JOINT));
}

const byName = ([one]: readonly [string, unknown], [other]: readonly [string, unknown]) => (one < other ? -1 : 1);

type PartOfFields = Omit<ContributionOfLeaf, 'records'>;

/** What one part says of the fields in it: shown in full, shown less of, or withheld on all of its records. */
function partOf(
  contributor: string,
  { fields, withheld }: { readonly fields: readonly CountedField[]; readonly withheld: readonly WithheldField[] },
): PartOfFields {
  const sorted = fields.toSorted((one, other) => (one.decision.coordinate < other.decision.coordinate ? -1 : 1));
  const shown = sorted.filter(({ rank }) => rank > 0);
  const isWhole = ({ decision, rank }: CountedField) => rank >= topRank(decision.label?.kind ?? 'other');
  const blank = sorted
    .filter(({ rank }) => rank === 0)
    .map((field) => ({ ...coordinateOf(field), rule: ruleOf(field) }));
  const lowered = shown
    .filter((field) => !isWhole(field))
    .map((field) => ({ ...coordinateOf(field), level: levelOf(field), rule: ruleOf(field) }));
  const all = [...blank, ...withheld];
  return {
    contributor,
    agreements: distinct(shown.flatMap((field) => agreementsOf(field, contributor))),
    rules: distinct([...lowered, ...all].flatMap(({ rule }) => rule ?? [])),
    disclosed: shown.filter(isWhole).map(({ decision }) => decision.coordinate),
    lowered,
    withheld: all,
    counts: Object.fromEntries(shown.map(({ decision, values }) => [decision.coordinate, values])),
  };
}

const coordinateOf = ({ decision }: CountedField) => ({ coordinate: decision.coordinate });
const ruleOf = ({ decision, record }: CountedField): string | null => capOn(decision, record)?.id ?? null;
const levelOf = ({ decision, rank }: CountedField): string => levelAt(decision.label?.kind ?? 'other', rank);

/** INVARIANT: a part names no agreement of another party's. */
const agreementsOf = ({ decision, record }: CountedField, contributor: string): string[] =>
  agreementsOn(decision, record)
    .filter(({ owner }) => owner === contributor)
    .map(nameOfAgreement);

const distinct = (names: readonly string[]): string[] => [...new Set(names)].sort();

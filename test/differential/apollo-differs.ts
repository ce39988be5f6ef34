import type { Engine, Question } from './engine';
import { apollo } from './engines/apollo';
import { monolith } from './engines/monolith';
import { withoutTypeNames } from './engines/without-type-names';
import { withOwnKeys, writtenOut } from './engines/written-out';
import { TooComplex } from './federation/bounded-planner';
import type { MadeFederation } from './federation/made-federation';

/** Something that Apollo's planner or executor does otherwise than the specification says. */
export interface ApolloDifference {
  readonly name: string;
  /** The paragraph that it violates. */
  readonly paragraph: string;
  /** The same question without what brings it about: to that Apollo must answer rightly. */
  readonly avoided: (federation: MadeFederation, question: Question) => Question;
}

/**
 * All that Apollo's answers may differ by. INVARIANT: a difference is explained only by its cause: it is gone when the
 * question says the same without that.
 */
export const APOLLO_DIFFERENCES: readonly ApolloDifference[] = [
  {
    // The planner adds keys and requirements, and the executor `__typename`, under names that an alias may bear.
    name: 'an alias is taken for a key',
    paragraph: 'https://spec.graphql.org/October2021/#sec-Field-Alias',
    avoided: (_, question) => withOwnKeys(question),
  },
  {
    // The executor drops what fragments on other interfaces or unions select; the planner does not finish on some.
    name: 'a fragment between abstract types does not apply',
    paragraph: 'https://spec.graphql.org/October2021/#DoesFragmentTypeApply()',
    avoided: writtenOut,
  },
  {
    // A subgraph that knows an interface as one object says its name for `__typename`; that replaces the type known.
    name: 'an interface object names the type',
    paragraph: 'https://spec.graphql.org/October2021/#sec-Type-Name-Introspection',
    avoided: withoutTypeNames,
  },
];

/** The fewest of the list that explain how Apollo's answer differs; undefined where none do. */
export async function explanationOf(federation: MadeFederation, question: Question): Promise<string | undefined> {
  for (const several of COMBINED) {
    const avoided = several.reduce((left, difference) => difference.avoided(federation, left), question);
    if (await answersRightly(federation, avoided)) return several.map(({ name }) => name).join(' and ');
  }
  return undefined;
}

/** One of them, two, all; few first. */
const COMBINED = Array.from({ length: 2 ** APOLLO_DIFFERENCES.length - 1 }, (_, number) =>
  APOLLO_DIFFERENCES.filter((_, place) => ((number + 1) >> place) % 2 === 1),
).sort((one, other) => one.length - other.length);

async function answersRightly(federation: MadeFederation, question: Question): Promise<boolean> {
  const [expected, given] = [await monolith(federation)(question), await dataOf(apollo(federation), question)];
  return given === undefined || given === expected.dataText;
}

/** Undefined where the planner gives up. */
async function dataOf(engine: Engine, question: Question): Promise<string | undefined> {
  try {
    return (await engine(question)).dataText;
  } catch (fault) {
    return fault instanceof TooComplex ? undefined : 'throws';
  }
}

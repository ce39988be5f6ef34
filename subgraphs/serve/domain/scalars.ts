import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';

function textScalar(name: string, description: string, pattern: RegExp): GraphQLScalarType<string, string> {
  const check = (value: unknown): string => {
    if (typeof value === 'string' && pattern.test(value)) return value;
    throw new GraphQLError(`${name} expects ${description.split('.')[0]}`);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize: check,
    parseValue: check,
    parseLiteral: (node) => check(node.kind === Kind.STRING ? node.value : undefined),
  });
}

/** A date that a rule may lower: a day, a month or a year. Its chain is date: full > month > year > none. */
export const PartialDate = textScalar(
  'PartialDate',
  'a day, month or year in ISO 8601 (2024-03-05, 2024-03, 2024). A rule may lower a day to its month or year.',
  /^\d{4}(-\d{2}(-\d{2})?)?$/,
);

/** A date of birth that a rule may lower to its year or to an age band. */
export const BirthDate = textScalar(
  'BirthDate',
  'a date of birth in ISO 8601, a year, or an age band of UNHCR (0-4, 5-11, 12-17, 18-59, 60+). A rule may lower it.',
  /^(\d{4}(-\d{2}-\d{2})?|\d{1,2}-\d{1,2}|60\+)$/,
);

/** A month of the Gregorian calendar. */
export const YearMonth = textScalar('YearMonth', 'a month in ISO 8601 (2024-03).', /^\d{4}-(0[1-9]|1[0-2])$/);

/** A person's or document's identifier, raw or lowered to a pseudonym. */
export const PersonKey = textScalar(
  'PersonKey',
  'an opaque identifier. Lowered, it is a pseudonym for one partner, agreement, purpose and quarter.',
  /^[\w.:-]{1,200}$/,
);

/** A specific need by UNHCR's code. A rule may lower a list of needs to the general ones. */
export const SpecificNeed = textScalar(
  'SpecificNeed',
  "a code of UNHCR's specific needs (SC-UC). Lowered, a list leaves out violence, torture, protection and medical needs.",
  /^[A-Z]{2}(-[A-Z]{2})?$/,
);

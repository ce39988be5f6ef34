import type { Condition } from './condition';

/** A condition as rule files write it, as JSON: `{"nationality":"$requester.party"}`. */
export const conditionJson = (condition: Condition): string => JSON.stringify(written(condition));

function written(condition: Condition): Record<string, unknown> {
  if (condition.kind === 'all') return { $and: condition.of.map(written) };
  if (condition.kind === 'any') return { $or: condition.of.map(written) };
  const { subject, operator, operands } = condition;
  const [first, ...others] = operands;
  if (operator !== 'in') return { [subject]: { [`$${operator}`]: first } };
  return { [subject]: others.length > 0 ? { $in: operands } : first };
}

import { CHAINS, NONE, rankOf, topRank } from '@pasarela/schema/access/levels';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { type FieldLabel, OWNER_JOINT } from '@pasarela/schema/labels/label';
import { defaultFieldResolver, type GraphQLField, type GraphQLSchema, isObjectType } from 'graphql';
import { recordOf } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { lowerValue } from './lower-value';

/**
 * Makes the fields that some rule lowers, or shows of some records only, answer at the requester's level, at
 * the source. All others keep their plain speed. The schema serves this one rule set.
 */
export function maskFields(schema: GraphQLSchema, ruleSet: RuleSet): void {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const label = ruleSet.labels.fields.get(`${type.name}.${field.name}`);
      if (label && !label.structural && isLowered(label, ruleSet)) maskField(label, field);
    }
  }
}

/** Whether any rule gives somebody less than the whole value of some record, and more than nothing of all. */
export function isLowered(label: FieldLabel, { grants, caps }: RuleSet): boolean {
  const { coordinate, kind, owner, requires } = label;
  const rules = [...(grants.get(coordinate) ?? []), ...(caps.get(coordinate) ?? [])];
  if (rules.some((rule) => rule.when !== undefined || ('unless' in rule && rule.unless !== undefined))) return true;
  // What is computed from what several contributed is decided on the record.
  if (owner === OWNER_JOINT && requires.length > 0) return true;
  if (CHAINS[kind].length < 3) return false;
  return requires.length > 0 || rules.some(({ level }) => isBetween(rankOf(kind, level), topRank(kind)));
}

const isBetween = (rank: number | undefined, top: number): boolean => rank !== undefined && rank > 0 && rank < top;

function maskField({ coordinate, kind }: FieldLabel, field: GraphQLField<unknown, ServeContext>): void {
  const resolve = field.resolve ?? defaultFieldResolver;
  const top = CHAINS[kind].at(-1);
  field.resolve = (source, args, context, info) => {
    const level = context.levelOn(coordinate, recordOf(source));
    // INVARIANT: what is not shown is not computed either.
    if (level === NONE) return null;
    const value = resolve(source, args, context, info);
    if (level === top) return value;
    const lowering = { kind, level, coordinate };
    return value instanceof Promise
      ? value.then((settled) => lowerValue(lowering, settled, context))
      : lowerValue(lowering, value, context);
  };
}

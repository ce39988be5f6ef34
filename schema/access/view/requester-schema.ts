import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Purpose } from '../../identity/purposes';
import type { Requester } from '../../identity/requester';
import { suffices } from '../decide-operation';
import type { DeciderCache } from '../decider';
import { openTo } from '../openings';
import { ownAgency } from '../rule-match';
import type { RuleSet } from '../rule-set';

/** The API schema as one requester meets it. */
export interface RequesterSchema {
  /** What may be theirs under some purpose that they hold: introspection and the console show this. */
  readonly view: GraphQLSchema;
  /** What they may ask by name. A withheld field can be asked and gets a notice; a PROTECTED one that can never be theirs does not exist. */
  readonly askable: GraphQLSchema;
}

const MAX_PROFILES = 250;

/** Makes the schema of each rights profile once per rule set. */
export class RequesterSchemas {
  private readonly schemas = new LRUCache<string, RequesterSchema>({ max: MAX_PROFILES });

  constructor(
    private readonly api: GraphQLSchema,
    private readonly deciders: DeciderCache,
  ) {}

  /** The schema of a requester under a rule set. @param at UTC milliseconds. */
  for(requester: Requester, ruleSet: RuleSet, at: number): RequesterSchema {
    const { party, roles, purposes } = requester;
    const agency = ownAgency(requester, ruleSet);
    const day = Math.floor(at / 86_400_000);
    // INVARIANT: what an opening shows is in the schema of the person who opened, and only while it is open.
    const open = purposes.map((purpose) => openTo(ruleSet, { requester, purpose, at }));
    const profile = JSON.stringify([
      ruleSet.version,
      day,
      party,
      agency,
      [...roles].sort(),
      [...purposes].sort(),
      open,
    ]);
    const known = this.schemas.get(profile);
    if (known) return known;
    const made = this.make(requester, ruleSet, at);
    this.schemas.set(profile, made);
    return made;
  }

  private make(requester: Requester, ruleSet: RuleSet, at: number): RequesterSchema {
    const deciders = requester.purposes.map((purpose: Purpose) =>
      this.deciders.for(ruleSet, { requester, purpose, at, caseGiven: true }),
    );
    const label = (coordinate: string) => ruleSet.labels.fields.get(coordinate);
    const theirs = (coordinate: string) =>
      label(coordinate)?.structural === true ||
      label(coordinate)?.key === true ||
      deciders.some((decider) => !decider.decide(coordinate).withheld);
    const hidden = (coordinate: string) => !theirs(coordinate) && label(coordinate)?.sensitivity === 'PROTECTED';
    const reads = (input: string) => ruleSet.labels.inputs.get(input)?.reads ?? [];
    return {
      view: reduce(this.api, theirs, (input) =>
        // An entity may be asked for by the opaque key that one was given.
        reads(input).every(
          (read) =>
            label(read.field)?.key === true || deciders.some((decider) => suffices(read, decider.decide(read.field))),
        ),
      ),
      askable: reduce(
        this.api,
        (coordinate) => !hidden(coordinate),
        (input) => !reads(input).some(({ field }) => hidden(field)),
      ),
    };
  }
}

type Keep = (coordinate: string) => boolean;

function reduce(api: GraphQLSchema, keepField: Keep, keepInput: Keep): GraphQLSchema {
  const keeps = fieldsKept(api, keepField);
  const reduced = mapSchema(api, {
    [MapperKind.COMPOSITE_FIELD]: (field, name, type) => {
      if (!keeps(api.getType(type), name)) return null;
      const args = Object.entries(('args' in field && field.args) || {}).filter(([argument]) =>
        keepInput(`${type}.${name}(${argument}:)`),
      );
      return { ...field, args: Object.fromEntries(args) } as typeof field;
    },
    [MapperKind.INPUT_OBJECT_FIELD]: (field, name, type) => (keepInput(`${type}.${name}`) ? field : null),
  });
  return pruneSchema(reduced, { skipEmptyCompositeTypePruning: false });
}

/**
 * Which fields of a type stay. A field of an interface stays for the sake of any type behind it, since each
 * of these has a decision of its own; and then every type behind it needs the field to be valid.
 */
function fieldsKept(api: GraphQLSchema, keepField: Keep) {
  return function keeps(type: GraphQLNamedType | undefined, name: string): boolean {
    if (!isObjectType(type) && !isInterfaceType(type)) return false;
    const possible = isObjectType(type) ? [type] : api.getPossibleTypes(type);
    return (
      possible.some((concrete) => keepField(`${concrete.name}.${name}`)) ||
      type.getInterfaces().some((parent) => Object.hasOwn(parent.getFields(), name) && keeps(parent, name))
    );
  };
}

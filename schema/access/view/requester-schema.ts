import { MapperKind, mapSchema, pruneSchema } from '@graphql-tools/utils';
import { type GraphQLNamedType, type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import { LRUCache } from 'lru-cache';
import { inSpanish } from '../../descriptions/in-spanish';
import type { Purpose } from '../../identity/purposes';
import type { Requester } from '../../identity/requester';
import type { LabelTable } from '../../labels/label';
import type { Language } from '../../localized-text';
import { suffices } from '../decide-operation';
import type { Decider, DeciderCache } from '../decider';
import { announcedFor, deprecationText } from '../deprecation-notice';
import { openTo } from '../openings';
import { rightsName } from '../rights-name';
import type { RuleSet } from '../rule-set';

/** The API schema as one requester meets it. */
export interface RequesterSchema {
  /** What may be theirs under some purpose that they hold: introspection and the console show this. */
  readonly view: GraphQLSchema;
  /** The same with descriptions in a language. */
  viewIn(language: Language): GraphQLSchema;
  /** What they may ask by name. A withheld field can be asked and gets a notice; a PROTECTED one that can never be theirs does not exist. */
  readonly askable: GraphQLSchema;
}

const MAX_PROFILES = 250;

/** Makes the schema of each rights profile once per rule set. */
export class RequesterSchemas {
  private readonly askables = new WeakMap<LabelTable, LRUCache<string, GraphQLSchema>>();
  private readonly schemas = new LRUCache<string, RequesterSchema>({ max: MAX_PROFILES });

  constructor(
    private readonly api: GraphQLSchema,
    private readonly deciders: DeciderCache,
    private readonly spanish: ReadonlyMap<string, string> = new Map(),
  ) {}

  /** The schema of a requester under a rule set. @param at UTC milliseconds. */
  for(requester: Requester, ruleSet: RuleSet, at: number): RequesterSchema {
    const { purposes } = requester;
    const day = Math.floor(at / 86_400_000);
    // INVARIANT: what an opening shows is in the schema of the person who opened, and only while it is open.
    const open =
      ruleSet.openings.length > 0 ? purposes.map((purpose) => openTo(ruleSet, { requester, purpose, at })) : [];
    const profile = `${ruleSet.version} ${day} ${rightsName(requester, ruleSet)} ${[...purposes].sort()} ${JSON.stringify(open)}`;
    const known = this.schemas.get(profile);
    if (known) return known;
    const made = this.make(requester, ruleSet, at);
    this.schemas.set(profile, made);
    return made;
  }

  /** What a requester may ask by name, without the view: for whoever decides for many. @param at UTC milliseconds. */
  askableFor(requester: Requester, ruleSet: RuleSet, at: number): GraphQLSchema {
    return this.askable(ruleSet.labels, namesOf(ruleSet, this.decidersOf(requester, ruleSet, at)).hidden);
  }

  private decidersOf(requester: Requester, ruleSet: RuleSet, at: number): Decider[] {
    return requester.purposes.map((purpose: Purpose) =>
      this.deciders.for(ruleSet, { requester, purpose, at, caseGiven: true }),
    );
  }

  private make(requester: Requester, ruleSet: RuleSet, at: number): RequesterSchema {
    const deciders = this.decidersOf(requester, ruleSet, at);
    const { theirs, hidden } = namesOf(ruleSet, deciders);
    const { fields, inputs } = ruleSet.labels;
    const makeView = () =>
      reduce(this.api, {
        keepField: theirs,
        keepInput: (input) =>
          // An entity may be asked for by the opaque key that one was given.
          (inputs.get(input)?.reads ?? []).every(
            (read) =>
              fields.get(read.field)?.key === true ||
              deciders.some((decider) => suffices(read, decider.decide(read.field))),
          ),
        deprecationOf: (coordinate) => {
          const deprecation = announcedFor(coordinate, ruleSet, at);
          return deprecation && deprecationText(deprecation, (other) => !hidden(other));
        },
      });
    let view: GraphQLSchema | undefined;
    let spanishView: GraphQLSchema | undefined;
    const { spanish } = this;
    return {
      // Made when it is first looked at: few requests introspect, and every change of rules makes another.
      get view() {
        view ??= makeView();
        return view;
      },
      viewIn(language) {
        if (language === 'en') return this.view;
        spanishView ??= inSpanish(this.view, spanish);
        return spanishView;
      },
      askable: this.askable(ruleSet.labels, hidden),
    };
  }

  /** Schemas without the same names are one: most profiles have the same names hidden from them. */
  private askable(labels: LabelTable, hidden: Keep): GraphQLSchema {
    const ofLabels = this.askables.get(labels) ?? new LRUCache<string, GraphQLSchema>({ max: MAX_PROFILES });
    this.askables.set(labels, ofLabels);
    const names = [...labels.fields.keys()].filter(hidden).join();
    const known = ofLabels.get(names);
    if (known) return known;
    const made = reduce(this.api, {
      keepField: (coordinate) => !hidden(coordinate),
      keepInput: (input) => !(labels.inputs.get(input)?.reads ?? []).some(({ field }) => hidden(field)),
    });
    ofLabels.set(names, made);
    return made;
  }
}

/** Which fields may be theirs under some purpose that they hold, and of which they may not know the names. */
function namesOf({ labels }: RuleSet, deciders: readonly Decider[]): { readonly theirs: Keep; readonly hidden: Keep } {
  const theirs = (coordinate: string) => {
    const label = labels.fields.get(coordinate);
    return (
      label?.structural === true ||
      label?.key === true ||
      deciders.some((decider) => !decider.decide(coordinate).withheld)
    );
  };
  const hidden = (coordinate: string) =>
    labels.fields.get(coordinate)?.sensitivity === 'PROTECTED' && !theirs(coordinate);
  return { theirs, hidden };
}

type Keep = (coordinate: string) => boolean;

/** What of a schema stays, and why some of it is about to go. */
interface Reduction {
  readonly keepField: Keep;
  readonly keepInput: Keep;
  readonly deprecationOf?: (coordinate: string) => string | undefined;
}

function reduce(api: GraphQLSchema, { keepField, keepInput, deprecationOf }: Reduction): GraphQLSchema {
  const keeps = fieldsKept(api, keepField);
  const reduced = mapSchema(api, {
    [MapperKind.COMPOSITE_FIELD]: (field, name, type) => {
      if (!keeps(api.getType(type), name)) return null;
      const args = Object.entries(('args' in field && field.args) || {}).filter(([argument]) =>
        keepInput(`${type}.${name}(${argument}:)`),
      );
      const deprecationReason = deprecationOf?.(`${type}.${name}`) ?? field.deprecationReason;
      return { ...field, args: Object.fromEntries(args), deprecationReason } as typeof field;
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

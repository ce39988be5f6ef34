import type { Decider } from '@pasarela/schema/access/decider';
import {
  buildASTSchema,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isObjectType,
  parse,
} from 'graphql';

/** Entities that anybody can name, by which a subgraph can be asked past its lists. */
export const REPRESENTATIONS: Readonly<Record<string, string>> = {
  Nationality: 'code: "VEN"',
  Place: 'code: "PA-5"',
  DarienFlowPeriod: 'period: "2023"',
  DarienReconciliation: 'period: "2023"',
  SmugglingCorridor: 'code: "CO-CHO:PA-5:ON_FOOT"',
};

/** Anybody's record: the fields that need one name it alike. */
const A_RECORD = 'type: "CrossingRecord", id: "AAAA"';
const SIMULATED =
  'request: { requester: { party: "COL", agency: "MIGRACION_COLOMBIA", roles: ["ANALYST"] }, purpose: "STATISTICS" }';

const A_TABLE_OF_CASES = 'publication: { table: "cases-by-corridor" }';
/** Values for arguments that must be given; every one of the contract has one, or the paths cannot be made. */
const ARGUMENTS: Readonly<Record<string, string>> = {
  'Query.darienCrossingsByMonth': 'from: "2024-01", to: "2024-02"',
  'Query.darienCrossingsByYear': 'from: 2023, to: 2024',
  'Query.darienCrossingsBySexAndAge': 'from: 2023, to: 2024',
  'Query.urabaDepartures': 'from: 2023, to: 2024',
  'Query.usaSmugglingCase': 'id: "AAAA"',
  'Query.colombiaSmugglingCase': 'id: "AAAA"',
  'Query.panamaSmugglingCase': 'id: "AAAA"',
  'Query.identityProbe': 'ticket: "AAAA"',
  'Query.identityDetails': 'hit: "AAAA"',
  'Query.identityCheckFigures': 'from: "2024-01", to: "2024-02"',
  'Query.jointIdentityFigures': 'figure: CASES_LINKED_IN_TWO_COUNTRIES',
  'Query.ruleDraft': 'id: "AAAA"',
  'Query.regularizationSafeToPublish': 'publication: { table: "permit-holders" }',
  'Query.colombiaSmugglingSafeToPublish': A_TABLE_OF_CASES,
  'Query.panamaSmugglingSafeToPublish': A_TABLE_OF_CASES,
  'Query.usaSmugglingSafeToPublish': A_TABLE_OF_CASES,
  'Query.affectedQuestions': 'draft: "AAAA"',
  'Query.checkRules': 'owner: "USA", documents: []',
  'Query.fieldUse': 'coordinate: "CrossingRecord.sex"',
  'Query.simulate': `${SIMULATED}, question: { query: "{ __typename }" }`,
  'Query.explain': `${SIMULATED}, coordinate: "CrossingRecord.sex"`,
  'PanamaDarienFlowEvidence.recipients': A_RECORD,
  'ColombiaDeparturesEvidence.recipients': A_RECORD,
  'ColombiaRegularizationEvidence.recipients': A_RECORD,
  'UsaSmugglingCasesEvidence.recipients': A_RECORD,
  'ColombiaSmugglingCasesEvidence.recipients': A_RECORD,
  'PanamaSmugglingCasesEvidence.recipients': A_RECORD,
  'Nationality.darienCrossings': 'year: 2023',
  'ReceptionStation.weeks': 'from: "2024-12", to: "2024-12"',
  'Query.humanitarianAssistanceByMonth': 'from: "2023-12", to: "2024-01"',
  'Query.unaccompaniedChildrenByQuarter': 'from: 2024, to: 2024',
  'Query.stationSpecificNeeds': 'from: "2024-12", to: "2024-12"',
  'Query.regionProtectedNeeds': 'from: "2024-12", to: "2024-12"',
  'Query.referralCompletion': 'from: 2024, to: 2024',
  'Query.stationServices': 'from: "2024-12", to: "2024-12"',
  'Query.syntheticAssistanceByMonth': 'from: "2024-12", to: "2024-12"',
  'Nationality.urabaDepartures': 'year: 2023',
  'Nationality.darienCrossingsByMonth': 'from: "2022-01", to: "2022-02"',
  'PanamaRepatriationEvidence.recipients': A_RECORD,
  'UsaEncountersEvidence.recipients': A_RECORD,
  'UsaSafeMobilityEvidence.recipients': A_RECORD,
  'JointProtectionEvidence.recipients': A_RECORD,
  'JointIdentityEvidence.recipients': A_RECORD,
  'JointActionPlanEvidence.recipients': A_RECORD,
  'Query.usaEncountersByMonth': 'from: "2022-01", to: "2022-02"',
  'Query.usaAsylumApplications': 'from: 2023, to: 2023',
  'Query.usaAsylumDecisions': 'from: 2023, to: 2023',
};
/** Leads to nothing: its argument is an id that only its requester is given. The list leads to the same type. */
const DEAD_ENDS = new Set([
  'Query.usaSmugglingCase',
  'Query.colombiaSmugglingCase',
  'Query.panamaSmugglingCase',
  'Query.ruleDraft',
]);
/** The whole page, so that an answer can be compared with all that is stored. */
const WHOLE_PAGE = 'first: 100';

/** One field on the way: of a type, by its name. */
export interface Step {
  readonly type: string;
  readonly field: GraphQLField<unknown, unknown>;
}

/** A way to a field: from a root field, or from an entity that anybody can name. */
export interface FieldPath {
  readonly coordinate: string;
  readonly entity: string | undefined;
  readonly steps: readonly Step[];
  /** The decided coordinates on the way, the field's own last; plumbing left out. */
  readonly decided: readonly string[];
}

/** The schema of a subgraph as its SDL says; the label directives are not its types' business. */
export const schemaOf = (sdl: string): GraphQLSchema => buildASTSchema(parse(sdl), { assumeValidSDL: true });

/**
 * The best way to every field of a schema but mutations and what mutations alone return: through as little that is withheld as can be, then the
 * shortest. @param entities by which a subgraph can be asked past its lists; none at the gateway.
 */
export function pathsToEveryField(
  schema: GraphQLSchema,
  decider: Decider,
  entities: readonly string[] = Object.keys(REPRESENTATIONS),
): FieldPath[] {
  const ways = waysToTypes(schema, decider, entities);
  const ofMutations = typesBelow(schema.getMutationType());
  return objectTypes(schema)
    .filter((type) => type !== schema.getMutationType() && (ways.has(type.name) || !ofMutations.has(type.name)))
    .flatMap((type) => Object.values(type.getFields()).map((field) => pathTo(type, field, { ways, decider })));
}

/** The object types of a schema, its own. */
const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter(
    (type): type is GraphQLObjectType => isObjectType(type) && !type.name.startsWith('__'),
  );

/** The names of the object types to which a type leads, its own among them. */
function typesBelow(type: GraphQLObjectType | null | undefined, known = new Set<string>()): Set<string> {
  if (!type || known.has(type.name)) return known;
  known.add(type.name);
  for (const field of Object.values(type.getFields())) {
    const next = getNamedType(field.type);
    if (isObjectType(next)) typesBelow(next, known);
  }
  return known;
}

type Way = Pick<FieldPath, 'entity' | 'steps' | 'decided'>;

function pathTo(
  type: GraphQLObjectType,
  field: Step['field'],
  { ways, decider }: { ways: ReadonlyMap<string, Way>; decider: Decider },
): FieldPath {
  const coordinate = `${type.name}.${field.name}`;
  const way = ways.get(type.name);
  if (!way) throw new Error(`nothing leads to ${coordinate}: name its entity in REPRESENTATIONS`);
  return { coordinate, ...extended(way, { type: type.name, field }, decider) };
}

/** Dijkstra over types: withheld fields cost most, then steps. */
function waysToTypes(schema: GraphQLSchema, decider: Decider, entities: readonly string[]): ReadonlyMap<string, Way> {
  const done = new Map<string, Way>();
  const open = new Map<string, Way>(startingWays(schema, entities));
  while (open.size > 0) {
    const [name, way] = [...open].reduce((best, next) =>
      costOf(next[1], decider) < costOf(best[1], decider) ? next : best,
    );
    open.delete(name);
    done.set(name, way);
    for (const field of Object.values((schema.getType(name) as GraphQLObjectType).getFields())) {
      const next = getNamedType(field.type);
      if (!isObjectType(next) || done.has(next.name) || DEAD_ENDS.has(`${name}.${field.name}`)) continue;
      const longer = extended(way, { type: name, field }, decider);
      const known = open.get(next.name);
      if (!known || costOf(longer, decider) < costOf(known, decider)) open.set(next.name, longer);
    }
  }
  return done;
}

function startingWays(schema: GraphQLSchema, named: readonly string[]): Array<readonly [string, Way]> {
  const entities = named.filter((name) => schema.getType(name));
  return [
    ['Query', { entity: undefined, steps: [], decided: [] }],
    ...entities.map((entity) => [entity, { entity, steps: [], decided: [] }] as const),
  ];
}

function extended({ entity, steps, decided }: Way, step: Step, { ruleSet }: Decider): Way {
  const coordinate = `${step.type}.${step.field.name}`;
  const label = ruleSet.labels.fields.get(coordinate);
  const plumbing = label === undefined || label.key || label.structural;
  return { entity, steps: [...steps, step], decided: plumbing ? decided : [...decided, coordinate] };
}

const WITHHELD_COST = 1000;
const costOf = ({ steps, decided }: Way, decider: Decider): number =>
  steps.length + WITHHELD_COST * decided.filter((coordinate) => decider.decide(coordinate).withheld).length;

/** The arguments of a step, written out; none where none must be given. */
export function argumentsOf({ type, field }: Step): string {
  const named = ARGUMENTS[`${type}.${field.name}`];
  if (named) return `(${named})`;
  return field.args.some(({ name }) => name === 'first') ? `(${WHOLE_PAGE})` : '';
}

import type { FieldLabel } from '@pasarela/schema/labels/label';
import {
  type GraphQLArgument,
  type GraphQLField,
  getNamedType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from 'graphql';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { wholeContract } from '../noninterference/askable';
import { loggedAnywhere } from '../threats/never-asked';
import { sameBut } from '../threats/same-but-for';

const { contract, api } = wholeContract();
const { fields, inputs } = contract.labels;

/** What tells of a claim, of protection, or of somebody who needs it. */
const TELLING = new Set(['ASYLUM', 'VICTIM', 'HEALTH', 'REFERRAL']);
const tells = (label: FieldLabel | undefined): boolean =>
  label !== undefined && (label.sensitivity === 'PROTECTED' || label.about.some((subject) => TELLING.has(subject)));
const TELLING_FIELDS = [...fields.values()].filter(tells);

/** The ways in which a list could be asked to sort, filter, group or count by a field. */
const WAYS: ReadonlyArray<(field: string) => string> = [
  (field) => `orderBy: { ${field}: ASC }`,
  (field) => `sort: "${field}"`,
  (field) => `sortBy: ${field}`,
  (field) => `filter: { ${field}: true }`,
  (field) => `where: { anyOf: [{ ${field}: { eq: true } }] }`,
  (field) => `groupBy: [${field}]`,
  (field) => `${field}: true`,
];
const NAMES = ['asylumClaim', 'protectionClaim', 'tVisaApplication', 'specificNeeds', 'medicalNotes'];
/** As long as the first name, and of nothing. */
const INVENTED = 'asylumClain';

const isOfRows = ({ type }: GraphQLField<unknown, unknown>): boolean => {
  const named = getNamedType(type);
  return isListType(getNullableType(type)) || (isObjectType(named) && 'edges' in named.getFields());
};
const LISTS = Object.values(api.getQueryType()?.getFields() ?? {}).filter(isOfRows);

/** Something that fits an argument which has to be given. */
function fitting({ name, type }: Pick<GraphQLArgument, 'name' | 'type'>): string {
  const nullable = getNullableType(type);
  if (isListType(nullable)) return `[${fitting({ name, type: nullable.ofType })}]`;
  if (isEnumType(nullable)) return nullable.getValues()[0]?.name ?? '';
  if (isInputObjectType(nullable)) {
    const required = Object.values(nullable.getFields()).filter((input) => isNonNullType(input.type));
    return `{ ${required.map((input) => `${input.name}: ${fitting(input)}`).join(', ')} }`;
  }
  const year = name === 'to' ? 2024 : 2023;
  return { Int: `${year}`, Float: '1', Boolean: 'true', YearMonth: `"${year}-01"` }[nullable.name] ?? '"PA-5"';
}
const givenTo = ({ args }: GraphQLField<unknown, unknown>): string[] =>
  args
    .filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined)
    .map((argument) => `${argument.name}: ${fitting(argument)}`);
function listQuery(field: GraphQLField<unknown, unknown>, more: readonly string[] = []): string {
  const given = [
    ...givenTo(field).filter((text) => !more.some((one) => one.startsWith(text.split(':')[0] ?? ''))),
    ...more,
  ];
  return `{ ${field.name}${given.length > 0 ? `(${given.join(', ')})` : ''} { __typename } }`;
}

/** Panama may know of claims made to Panama. Nobody of Panama, for no purpose, gets a list by them, nor by anybody's. */
describe('Panama sorts by an asylum field', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  const ASKERS = [
    ['protection.pan', 'PROTECTION'],
    ['protection.pan', 'CHILD_PROTECTION'],
    ['investigator.pan', 'ENFORCEMENT'],
    ['analyst.pan', 'MIGRATION_MANAGEMENT'],
    ['analyst.pan', 'STATISTICS'],
    ['border.pan', 'MIGRATION_MANAGEMENT'],
  ] as const;
  const ask = (as: string, purpose: string, query: string) =>
    federation.ask({ as, purpose: purpose as never, query, headers: { 'x-case-reference': 'EXAMPLE-SORT' } });

  it('no argument, filter or sort of any domain reads a field that tells of a claim, of protection or of health', () => {
    expect(TELLING_FIELDS.map(({ coordinate }) => coordinate)).toEqual(
      expect.arrayContaining([
        'CrossingRecord.asylumClaim',
        'ReturnManifestEntry.protectionClaim',
        'PermitHolder.asylumClaim',
      ]),
    );
    const reading = [...inputs.values()].flatMap(({ coordinate, reads }) =>
      reads.filter(({ field }) => tells(fields.get(field))).map(({ field }) => `${coordinate} reads ${field}`),
    );
    expect(inputs.size).toBeGreaterThan(100);
    expect(reading).toEqual([]);
  });

  it('every input of every list says what it reads, so that none could read unsaid', () => {
    const lists = LISTS.flatMap(({ name, args }) =>
      args
        .filter(
          ({ name: argument, type }) =>
            !['first', 'after'].includes(argument) && !isInputObjectType(getNamedType(type)),
        )
        .map((argument) => `Query.${name}(${argument.name}:)`),
    );
    expect(lists.length).toBeGreaterThan(20);
    expect(lists.filter((coordinate) => (inputs.get(coordinate)?.reads ?? []).length === 0)).toEqual([]);
  });

  it.each(ASKERS)(
    '%s, for %s, is refused every way of it in every list, before anybody is asked',
    async (as, purpose) => {
      const answered: typeof LISTS = [];
      for (const list of LISTS) if ((await ask(as, purpose, listQuery(list))).status === 200) answered.push(list);
      const names = answered.map(({ name }) => name);
      for (const name of [
        'crossingRecords',
        'returnManifestEntries',
        'referrals',
        'usaSmugglingCases',
        'stationSpecificNeeds',
      ])
        expect(names).toContain(name);
      const entries = await loggedAnywhere(federation as never, async () => {
        for (const [index, list] of answered.entries())
          for (const [place, way] of WAYS.entries()) {
            const name = NAMES[(index + place) % NAMES.length] as string;
            const query = listQuery(list, [way(name)]);
            const { status, body } = await ask(as, purpose, query);
            expect([query, status, body.data]).toEqual([query, 400, undefined]);
          }
      });
      expect(entries).toEqual([]);
    },
  );

  it('a field that there is, is refused in the words of one that there is not', async () => {
    for (const list of LISTS.filter(({ args }) => args.some(({ name }) => name === 'filter')))
      for (const way of WAYS) {
        const [real, invented] = await Promise.all(
          ['asylumClaim', INVENTED].map((name) => ask('protection.pan', 'PROTECTION', listQuery(list, [way(name)]))),
        );
        expect(sameBut(real?.text ?? '', 'asylumClaim', INVENTED)).toBe(sameBut(invented?.text ?? ''));
      }
  });
});

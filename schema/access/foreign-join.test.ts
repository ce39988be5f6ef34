import { buildSchema, Kind, type OperationDefinitionNode, parse, print } from 'graphql';
import { labelsOf } from '../testing/labels';
import { decideOperation } from './decide-operation';
import { Decider } from './decider';
import { indexRules } from './rule-set';

const LABELLED = `
  type Query { cases: [Case!] @owner(party: "USA") @sensitivity(as: PUBLIC) countries: [Country!] @owner(party: "PAN") @sensitivity(as: PUBLIC) }
  type Case @owner(party: "USA") { country: Country @sensitivity(as: PERSONAL) @about(subjects: [NONE]) published: Country @sensitivity(as: PUBLIC) }
  type Country @key(fields: "code") @owner(party: "ANY") {
    code: ID! @sensitivity(as: PUBLIC)
    name: String @sensitivity(as: PUBLIC)
    crossings: Int @owner(party: "PAN") @sensitivity(as: PUBLIC)
    figures: Int @owner(party: "USA") @sensitivity(as: PUBLIC)
  }
`;
const schema = buildSchema(LABELLED.replaceAll(/@\w+\([^)]*\)/g, ''));
const labels = labelsOf(LABELLED);
const agreement = {
  id: 'A',
  owner: 'USA',
  title: { en: 'a', es: 'a' },
  parties: ['USA'],
  legalGround: { en: 'a', es: 'a' },
  from: 0,
  to: 2,
  obligations: { deleteBy: 'P1D', passingOn: { en: 'a', es: 'a' } },
};
const ruleSet = indexRules({
  version: '1',
  labels,
  parties: { USA: { name: { en: 'U', es: 'U' }, contact: 'c', agencies: ['DHS'] } },
  agreements: [agreement],
  revocations: [],
  rules: {
    grants: [
      {
        id: 'G',
        agreement,
        coordinates: ['Case.country'],
        audience: { parties: ['USA'] },
        purposes: ['PROTECTION'],
        level: 'full',
      },
    ],
    caps: [],
  },
});
const decider = new Decider(ruleSet, {
  requester: { party: 'USA', agency: 'DHS', roles: ['PROTECTION_OFFICER'] },
  purpose: 'PROTECTION',
  at: 1,
});

function decided(query: string) {
  const operation = parse(query).definitions[0] as OperationDefinitionNode;
  const { selectionSet, fields } = decideOperation({
    schema,
    operation,
    fragments: new Map(),
    variables: {},
    decider,
    maxFields: 100,
  });
  const withheld = fields
    .filter(({ decision }) => decision.withheld)
    .map(({ path, decision }) => [path, decision.cap?.id]);
  return {
    text: print({ kind: Kind.OPERATION_DEFINITION, operation: 'query', selectionSet } as never).replaceAll(/\s+/g, ' '),
    withheld,
  };
}

it("never sends the keys in one owner's unpublished field to another owner", () => {
  const { text, withheld } = decided('{ cases { country { code name figures crossings } } }');
  expect(text).toBe('{ cases { country { code name figures } } }');
  expect(withheld).toEqual([['cases.@.country.crossings', 'G-FOREIGN-JOIN']]);
});

it('joins where the way there is published', () => {
  expect(decided('{ cases { published { crossings } } countries { figures } }').withheld).toEqual([]);
});

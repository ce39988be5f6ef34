import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pagedLists } from '@pasarela/gateway/exports/paged-query';
import { PURPOSES } from '@pasarela/schema/identity/purposes';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { readSavedQuestion, savedNumbers } from '@pasarela/scripts/ask/read-question';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import {
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  parse,
  type SelectionSetNode,
  validate,
} from 'graphql';

const supergraphFile = path.join(schemaDirectory, 'supergraph.graphql');
const numbers = savedNumbers();

async function apiSchema(): Promise<GraphQLSchema> {
  const { Supergraph } = await import('@apollo/federation-internals');
  return Supergraph.build(readFileSync(supergraphFile, 'utf8')).apiSchema().toGraphQLJSSchema();
}

const operationOf = (query: string) =>
  parse(query).definitions.find(
    (node): node is OperationDefinitionNode => node.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;

/** Whether a query selects the field at the path of a table's layout, in which lists and positions count for nothing. */
function selects(query: string, layoutPath: string): boolean {
  const fragments = new Map(
    parse(query)
      .definitions.filter((node): node is FragmentDefinitionNode => node.kind === Kind.FRAGMENT_DEFINITION)
      .map((node) => [node.name.value, node.selectionSet]),
  );
  const fieldsOf = (set: SelectionSetNode | undefined): FieldNode[] =>
    (set?.selections ?? []).flatMap((node) =>
      node.kind === Kind.FIELD
        ? [node]
        : fieldsOf(node.kind === Kind.INLINE_FRAGMENT ? node.selectionSet : fragments.get(node.name.value)),
    );
  let set: SelectionSetNode | undefined = operationOf(query).selectionSet;
  return layoutPath
    .split('.')
    .filter((part) => !/^(@|\d+)$/.test(part))
    .every((name) => {
      const field = fieldsOf(set).find((node) => node.name.value === name);
      set = field?.selectionSet;
      return field !== undefined;
    });
}

describe.each(numbers)('question %s', (number) => {
  const question = readSavedQuestion(number);

  test('has title and as many reading notes in both languages', () => {
    expect(question.title).toEqual({ en: expect.stringMatching(/\S/), es: expect.stringMatching(/\S/) });
    expect(question.notes?.en.length).toBe(question.notes?.es.length);
  });

  test('says what it answers in both languages', () => {
    expect(question.explanation).toEqual({ en: expect.stringMatching(/\S/), es: expect.stringMatching(/\S/) });
  });

  test('can be exported, however many pages it has', () => {
    expect(() => pagedLists(parse(question.query), undefined)).not.toThrow();
  });

  test('is asked by somebody who may state its purpose', () => {
    expect(PURPOSES).toContain(question.purpose);
    expect(PERSONAS.get(question.askedBy as string)?.purposes).toContain(question.purpose);
  });

  test('selects the whole provenance of its figures', () => {
    if (!question.query.includes('...Figure')) return;
    for (const field of [
      'value',
      'state',
      'countingParty',
      'definition',
      'unit',
      'asOf',
      'coverageFrom',
      'coverageTo',
      'status',
      'dataset',
      'source',
      'note',
    ]) {
      expect(question.query.split('fragment Figure on Count')[1]).toMatch(new RegExp(`\\b${field}\\b`));
    }
  });

  test('has tables of fields that it selects', () => {
    const paths = (question.tables ?? []).flatMap(({ rows, columns, across }) => [
      rows,
      ...columns.flatMap(({ path: each }) => (typeof each === 'string' ? [each] : Object.values(each))),
      ...(across ? [across.list, across.figure, ...across.labels] : []),
    ]);
    expect(paths.filter((each) => !selects(question.query, each))).toEqual([]);
  });

  test('fits the contract, with its variables', async () => {
    const schema = await apiSchema();
    expect(validate(schema, parse(question.query))).toEqual([]);
    const { errors } = getVariableValues(
      schema,
      operationOf(question.query).variableDefinitions ?? [],
      question.variables,
    );
    expect(errors).toBeUndefined();
  });
});

test('the questions that cross countries are there', () => {
  expect(numbers).toEqual(expect.arrayContaining(['01', '06', '07', '09']));
});

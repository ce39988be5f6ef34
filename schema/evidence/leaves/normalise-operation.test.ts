import fc from 'fast-check';
import { Kind, parse, visit } from 'graphql';
import { normaliseOperation } from './normalise-operation';

const normalised = (text: string) => normaliseOperation(parse(text));

describe('normaliseOperation', () => {
  it('keeps the schema’s names and the order, and nothing that the author put in', () => {
    const text = `
      # about Juan Pérez
      query JuanPerez($juan: ID! = "CO-1", $perez: [String!] = ["x"]) @audit(note: "Juan") {
        b: person(id: $juan, born: "1990-01-01", with: { name: "Juan", list: [1, 2] }) @include(if: true) {
          juan: birthDate(at: MONTH)
          ...juanFields
          ... on Person @skip(if: $perez) { aliases(first: 10) }
        }
        a: count
      }
      fragment juanFields on Person { names(like: """Juan""", not: null) }`;
    expect(normalised(text)).toBe(
      `query ($variable1: ID!, $variable2: [String!]) @audit(note: $literal1) {
  person(id: $variable1, born: $literal2, with: $literal3) @include(if: $literal4) {
    birthDate(at: $literal5)
    ...Fragment1
    ... on Person @skip(if: $variable2) {
      aliases(first: $literal6)
    }
  }
  count
}

fragment Fragment1 on Person {
  names(like: $literal7, not: $literal8)
}`,
    );
  });

  it('refuses what is no operation', () => {
    expect(() => normalised('type Query { a: Int }')).toThrow('An operation is normalised, not a schema.');
  });

  it('lets no word of the author through, whatever the operation', () => {
    fc.assert(
      fc.property(operation, (text) => {
        const kept = normalised(text);
        expect(text).toContain('secret');
        expect(kept.toLowerCase()).not.toContain('secret');
        expect(kept).not.toMatch(/["\d](?<!\$(?:variable|literal)\d+|Fragment\d+)/);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same for operations that differ in the author’s words alone', () => {
    fc.assert(
      fc.property(operation, (text) => {
        expect(normalised(text.replaceAll('secret', 'another'))).toBe(normalised(text));
        expect(normaliseOperation(parse(normalised(text)))).toBe(rewritten(normalised(text)));
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every field, argument, directive and type, in order', () => {
    fc.assert(fc.property(operation, (text) => expect(schemaNames(normalised(text))).toEqual(schemaNames(text))));
  });
});

/** A normalised text normalised again: what was a literal is now a variable, numbered with the others. */
function rewritten(text: string): string {
  const numbers = new Map<string, number>();
  return text.replaceAll(/\$(\w+)/g, (_, name: string) => {
    if (!numbers.has(name)) numbers.set(name, numbers.size + 1);
    return `$variable${numbers.get(name)}`;
  });
}

/** The names that a schema gives, in the order of the text. */
function schemaNames(text: string): string[] {
  const names: string[] = [];
  const push = ({ name }: { name: { value: string } }) => void names.push(name.value);
  visit(parse(text), {
    [Kind.FIELD]: push,
    [Kind.ARGUMENT]: push,
    [Kind.DIRECTIVE]: push,
    [Kind.NAMED_TYPE]: push,
  });
  return names;
}

// Every word that an author chooses holds "secret"; every name of a schema is one of these.
const schemaName = fc.constantFrom('person', 'births', 'of', 'Person', 'at', 'crossings');
const word = fc.integer({ min: 0, max: 9 }).map((number) => `secret${number}`);
const { value } = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    word.map((text) => `"${text}"`),
    word.map((text) => `"""${text}"""`),
    word.map((text) => `$${text}`),
    word.map((text) => text.toUpperCase()),
    fc.integer().map(String),
    fc.constantFrom('true', 'null', '1.5e3'),
    fc.array(tie('value'), { maxLength: 3 }).map((list) => `[${list.join(', ')}]`),
    fc.tuple(word, tie('value')).map(([name, inner]) => `{ ${name}: ${inner} }`),
  ),
}));
const given = fc
  .array(fc.tuple(schemaName, value), { maxLength: 2 })
  .map((pairs) => (pairs.length === 0 ? '' : `(${pairs.map(([name, one]) => `${name}: ${one}`).join(', ')})`));
const directives = fc
  .array(fc.tuple(schemaName, given), { maxLength: 2 })
  .map((all) => all.map(([name, one]) => ` @${name}${one}`).join(''));
const { selections } = fc.letrec<{ selections: string }>((tie) => ({
  selections: fc
    .array(
      fc.oneof(
        { depthSize: 'small' },
        fc
          .tuple(word, schemaName, given, directives)
          .map(([alias, name, one, more]) => `${alias}: ${name}${one}${more}`),
        fc.tuple(word, directives).map(([name, more]) => `...${name}${more}`),
        fc
          .tuple(schemaName, directives, tie('selections'))
          .map(([name, more, inner]) => `... on ${name}${more} ${inner}`),
        fc.tuple(schemaName, given, tie('selections')).map(([name, one, inner]) => `${name}${one} ${inner} # secret`),
      ),
      { minLength: 1, maxLength: 3 },
    )
    .map((all) => `{ ${all.join('\n')}\n }`),
}));
const constant = fc.oneof(
  word.map((text) => `"${text}"`),
  fc.integer().map(String),
);
const variable = fc
  .tuple(word, schemaName, constant, directives)
  .map(([name, type, one]) => `$${name}: [${type}!]! = ${one}`);
const operation = fc
  .tuple(fc.constantFrom('query', 'mutation', 'subscription'), word, variable, directives, selections, word, selections)
  .map(
    ([kind, name, one, more, body, fragment, inner]) =>
      `${kind} ${name}(${one})${more} ${body} fragment ${fragment} on Person ${inner}`,
  );

import { operationIn, PORTS_SCHEMA } from '../../testing/ports';
import { compileCheck, compileEntityCheck } from './check-reply';
import { ReplyMismatch } from './generated-code';

const accepts = (query: string, data: unknown) => {
  try {
    compileCheck(operationIn(query), PORTS_SCHEMA)(data);
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(ReplyMismatch);
    return false;
  }
};

describe('the check of a reply', () => {
  const PORT = '{ port { id name depth } }';
  const port = { id: '1', name: 'Necocli', depth: 4.5 };

  it('takes what was asked for', () => {
    expect(accepts(PORT, { port })).toBe(true);
    expect(accepts(PORT, { port: null })).toBe(true);
    expect(accepts('{ ports { id } }', { ports: [[{ id: 1 }], null] })).toBe(true);
    expect(accepts('{ any level n x }', { any: { deep: [1] }, level: 'LOW', n: -3, x: 1e20 })).toBe(true);
    expect(accepts('{ found { __typename ... on Port { depth } } }', { found: [{ __typename: 'Ship' }] })).toBe(true);
  });

  it.each([
    ['missing', PORT, { port: { id: '1', name: 'a' } }],
    ['not asked for (threat 61)', PORT, { port: { ...port, secret: 1 } }],
    ['not asked for at the root', PORT, { port, secret: 1 }],
    ['null that may not be', PORT, { port: { ...port, depth: null } }],
    ['null in a scalar of its own that may not be', '{ port { since } }', { port: { since: null } }],
    ['a text for a number', PORT, { port: { ...port, depth: '4' } }],
    ['a number for a text', PORT, { port: { ...port, name: 4 } }],
    ['a list for an object', PORT, { port: [port] }],
    ['a text for an object', '{ port { id } }', { port: 'secret' }],
    ['an object for a list', '{ ports { id } }', { ports: { id: '1' } }],
    ['a null in a list that has none', '{ ports { id } }', { ports: [[null]] }],
    ['no 32-bit number', '{ n }', { n: 2 ** 31 }],
    ['a broken number', '{ n }', { n: 1.5 }],
    ['no finite number', '{ x }', { x: Number.POSITIVE_INFINITY }],
    ['an unknown enum value', '{ level }', { level: 'MIDDLE' }],
    ['an inherited enum value', '{ level }', { level: 'constructor' }],
    ['no value of a scalar', '{ any }', {}],
    ['an unknown type', '{ found { __typename } }', { found: [{ __typename: 'Query' }] }],
    ['no type', '{ found { __typename } }', { found: [{}] }],
    ['another type', '{ port { __typename } }', { port: { __typename: 'Ship' } }],
    ['no data', PORT, null],
    ['a list of data', PORT, [{ port }]],
    ['a member that objects inherit', '{ constructor: n }', {}],
  ])('refuses %s', (_, query, data) => {
    expect(accepts(query, data)).toBe(false);
  });
});

describe('the check of entities', () => {
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Port { name } ... on Ship { length } } }';
  const check = compileEntityCheck(operationIn(query), PORTS_SCHEMA);

  it('goes by the type that was asked about where the reply says none', () => {
    expect(() => check({ name: 'Necocli' }, 'Port')).not.toThrow();
    expect(() => check({ length: 7 }, 'Ship')).not.toThrow();
    expect(() => check(null, 'Ship')).not.toThrow();
    expect(() => check({ length: 7 }, 'Port')).toThrow(ReplyMismatch);
    expect(() => check({ length: 7 }, 'Ghost')).toThrow(ReplyMismatch);
    expect(() => check('secret', 'Port')).toThrow(ReplyMismatch);
  });

  it('goes by the type that the reply says', () => {
    const stating = compileEntityCheck(operationIn(query.replace('{ name }', '{ __typename name }')), PORTS_SCHEMA);
    expect(() => stating({ __typename: 'Port', name: 'a' }, 'Named')).not.toThrow();
    expect(() => stating({ __typename: 'Ghost', name: 'a' }, 'Port')).toThrow(ReplyMismatch);
  });
});

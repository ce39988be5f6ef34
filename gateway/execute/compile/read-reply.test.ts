import fc from 'fast-check';
import { operationIn, PORTS_SCHEMA } from '../../testing/ports';
import { compileCheck, compileEntityCheck } from './check-reply';
import { compileEntitiesRead, compileRead } from './read-reply';
import { SHARED_TEXT } from './shared-text';

/** What a reader makes of a reply, and what there is to compare with. */
function read(query: string, reply: string | Buffer, shared: readonly string[] = []) {
  const operation = operationIn(query);
  return compileRead({ operation, schema: PORTS_SCHEMA, place: [], shared: new Set(shared) })(
    Buffer.from(reply as string),
    [],
  );
}

const port = { id: '1', name: 'Necoclí', depth: 4.5, open: true, near: [], since: '2001-01-01' };
const PORT = '{ port { id name depth open near { id } since } }';
const FOUND = '{ found { __typename ... on Port { depth name } ... on Ship { name length } } level n x any }';
const found = [
  { __typename: 'Ship', name: null, length: 3 },
  { __typename: 'Port', depth: 1, name: 'a' },
];

describe('the reader of replies', () => {
  it.each<[string, object]>([
    [PORT, { port }],
    [PORT, { port: null }],
    [PORT, { port: { ...port, name: 'say "no"\n', open: null, near: [{ id: '2' }, { id: 3 }], since: 5 } }],
    ['{ ports { id } }', { ports: [[{ id: 'a' }], null, []] }],
    [FOUND, { found, level: 'LOW', n: -2147483648, x: 1e20, any: true }],
    [FOUND, { found: [], level: null, n: null, x: null, any: null }],
    ['{ ports { __proto__: id constructor: depth } }', JSON.parse('{"ports":[[{"__proto__":"a","constructor":1}]]}')],
  ])('takes %s with what was asked for', (query, data) => {
    for (const end of ['', '\n']) expect(read(query, `${JSON.stringify({ data })}${end}`)).toEqual(data);
  });

  it('gives members as they came, and prototypes to nobody', () => {
    const data = read('{ ports { __proto__: id } }', '{"data":{"ports":[[{"__proto__":"a"}]]}}') as {
      ports: object[][];
    };
    const [one] = data.ports[0] as [object];
    expect(Object.getOwnPropertyNames(one)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(one)).toBe(Object.prototype);
  });

  it.each<[string, string, string]>([
    ['an error beside it', '{ n }', '{"data":{"n":1},"errors":[{"message":"no"}]}'],
    ['anything before the data', '{ n }', '{"extensions":{},"data":{"n":1}}'],
    ['no data', '{ n }', '{"data":null}'],
    ['spaces', '{ n }', '{ "data":{"n":1}}'],
    ['another order', '{ n x }', '{"data":{"x":1,"n":1}}'],
    ['more members (threat 61)', '{ n }', '{"data":{"n":1,"secret":1}}'],
    ['fewer', '{ n x }', '{"data":{"n":1}}'],
    ['another type', '{ n }', '{"data":{"n":"1"}}'],
    ['half a number', '{ n }', '{"data":{"n":1.5}}'],
    ['a number of more than 32 bits', '{ n }', '{"data":{"n":2147483648}}'],
    ['a number without end', '{ x }', '{"data":{"x":1e999}}'],
    ['an unknown name of an enum', '{ level }', '{"data":{"level":"MIDDLE"}}'],
    ['an unknown type', '{ found { __typename } }', '{"data":{"found":[{"__typename":"Crab"}]}}'],
    ['a null that may not be', PORT, JSON.stringify({ data: { port: { ...port, depth: null } } })],
    ['a null in a scalar that may not be', PORT, JSON.stringify({ data: { port: { ...port, since: null } } })],
    ['an object for a scalar', '{ any }', '{"data":{"any":{"deep":1}}}'],
    ['an end too early', '{ n }', '{"data":{"n":1'],
    ['something behind the end', '{ n }', '{"data":{"n":1}}}'],
    ['nothing', '{ n }', ''],
  ])('leaves %s to the parser', (_, query, reply) => {
    expect(read(query, reply)).toBeUndefined();
  });

  it('takes nothing that the parser and the check do not take, and nothing as something else', () => {
    const check = compileCheck(operationIn(FOUND), PORTS_SCHEMA);
    const reader = compileRead({
      operation: operationIn(FOUND),
      schema: PORTS_SCHEMA,
      place: [],
      shared: new Set(['found.@']),
    });
    const text = Buffer.from(
      JSON.stringify({ data: { found: [...found, ...found], level: 'LOW', n: 12, x: 1.5, any: 'á' } }),
    );
    const change = fc.record({
      at: fc.nat(text.length),
      gone: fc.nat(2),
      come: fc.oneof(
        fc.uint8Array({ maxLength: 2 }),
        fc.constantFrom('"', ',', '}', '0', 'null', '\\').map((one) => Buffer.from(one)),
      ),
    });
    let taken = 0;
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
        let bytes = text;
        for (const { at, gone, come } of changes)
          bytes = Buffer.concat([bytes.subarray(0, at), come, bytes.subarray(at + gone)]);
        const data = reader(bytes, []);
        if (!data) return;
        taken += 1;
        const parsed = JSON.parse(bytes.toString('utf8'));
        expect(JSON.stringify(data)).toBe(JSON.stringify(parsed.data));
        expect(() => check(parsed.data)).not.toThrow();
      }),
      { seed: 1, numRuns: 20_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });
});

describe('objects at a place where they are completed', () => {
  const PORTS = '{ ports { name id near { id } } }';
  const ports = (...all: object[]) => JSON.stringify({ data: { ports: [all] } });
  const one = { name: 'a', id: '1', near: [{ id: '7' }] };
  const readPorts = (reply: string, shared: readonly string[] = ['ports.@.@']) =>
    (read(PORTS, reply, shared) as { ports: Array<Array<Record<PropertyKey, unknown>>> }).ports[0] as Array<
      Record<PropertyKey, unknown>
    >;

  it('are one where their bytes are the same', () => {
    const [first, second, third] = readPorts(ports(one, { ...one, id: '2' }, one));
    expect(third).toBe(first);
    expect(third).not.toBe(second);
    expect([first?.[SHARED_TEXT], second?.[SHARED_TEXT]]).toEqual(['', undefined]);
    expect([first, second]).toEqual([
      { ...one, [SHARED_TEXT]: '' },
      { ...one, id: '2' },
    ]);
  });

  it.each<[string, object]>([
    ['before the key', { ...one, name: 'b' }],
    ['behind it', { ...one, near: [{ id: '8' }] }],
    ['in length', { ...one, near: [] }],
  ])('are several where they differ %s', (_, other) => {
    const [first, second] = readPorts(ports(one, other));
    expect(second).not.toBe(first);
    expect([first, second]).toEqual([one, other]);
  });

  it('are several at any other place', () => {
    const [first, second] = readPorts(ports(one, one), ['ports.@.@.near.@']);
    expect(second).not.toBe(first);
    const [near, again] = [first?.near, second?.near] as object[][];
    expect(again).not.toBe(near);
    expect(again?.[0]).toBe(near?.[0]);
  });
});

describe('the reader of entities', () => {
  const QUERY =
    'query($representations: [_Any!]!) { _entities(representations: $representations) { ... on Port { name } ... on Ship { length } } }';
  const operation = operationIn(QUERY);
  const reader = compileEntitiesRead({ operation, schema: PORTS_SCHEMA, place: ['ports', '@'], shared: new Set() });
  const readEntities = (reply: string, ...typeNames: string[]) => reader(Buffer.from(reply), typeNames);

  it('reads each as what was asked for', () => {
    const reply = '{"data":{"_entities":[{"length":3},null,{"name":"a"}]}}';
    const data = readEntities(reply, 'Ship', 'Port', 'Port') as { _entities: unknown[] };
    expect(data).toEqual(JSON.parse(reply).data);
    const check = compileEntityCheck(operation, PORTS_SCHEMA);
    for (const [index, type] of ['Ship', 'Port', 'Port'].entries()) check(data._entities[index], type);
  });

  it.each<[string, string[]]>([
    ['{"data":{"_entities":[{"length":3}]}}', ['Port']],
    ['{"data":{"_entities":[{"length":3}]}}', ['Crab']],
    ['{"data":{"_entities":[{"length":3},{"length":3}]}}', ['Ship']],
    ['{"data":{"_entities":null}}', ['Ship']],
    ['{"data":{"_entities":[],"more":1}}', []],
  ])('leaves %s to the parser, where %j was asked about', (reply, typeNames) => {
    expect(readEntities(reply, ...typeNames)).toBeUndefined();
  });
});

import { labelsOf } from '../testing/labels';
import type { FieldLabel } from './label';
import { recordsBehind, typesBehind } from './type-behind';

const labels = labelsOf(`
  type Query @owner(party: "PAN") {
    crossings: [[Crossing!]!] @sensitivity(as: OPERATIONAL)
    page: CrossingPage @sensitivity(as: OPERATIONAL)
    nested: Outer @sensitivity(as: OPERATIONAL)
    round: Round @sensitivity(as: OPERATIONAL)
    mixed: Mixed @sensitivity(as: OPERATIONAL)
    posts: PostPage @sensitivity(as: OPERATIONAL)
    count: Int @sensitivity(as: OPERATIONAL)
    seen: [Seen!] @sensitivity(as: OPERATIONAL)
    seenPage: SeenPage @sensitivity(as: OPERATIONAL)
    found: Found @sensitivity(as: OPERATIONAL)
  }
  interface Seen @owner(party: "PAN") { sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) }
  union Found = Post | Station
  type SeenPage @structural { edges: [SeenEdge!]! }
  type SeenEdge @structural { node: Seen! }
  type Crossing implements Seen @owner(party: "PAN") @record(of: PERSON) {
    station: Station @sensitivity(as: OPERATIONAL)
    sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
  }
  type Station @owner(party: "PAN") @record(of: PLACE) { name: String @sensitivity(as: PUBLIC) }
  type Post implements Seen @owner(party: "PAN") { sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE]) crossing: Crossing @sensitivity(as: OPERATIONAL) }
  type CrossingPage @structural { edges: [CrossingEdge!]! more: Boolean! }
  type CrossingEdge @structural { cursor: String! node: Crossing! }
  type Outer @structural { total: Int page: CrossingPage }
  type Round @structural { again: Round other: Rounder }
  type Rounder @structural { back: Round }
  type Mixed @structural { again: Round first: Station then: Crossing }
  type PostPage @structural { edges: [Post!]! }
`);
const typesOf = (coordinate: string) => typesBehind(labels.fields.get(coordinate) as FieldLabel, labels);

describe('typesBehind', () => {
  it.each([
    ['a list of lists', 'Query.crossings', ['Crossing']],
    ['a connection and its edges', 'Query.page', ['Crossing']],
    ['a connection within a structural type', 'Query.nested', ['Crossing']],
    ['a single object', 'Crossing.station', ['Station']],
    ['several', 'Query.mixed', ['Station', 'Crossing']],
    ['structural types that lead back to themselves', 'Query.round', []],
    ['a type that has fields of its own', 'Query.posts', ['Post']],
    ['an interface', 'Query.seen', ['Crossing', 'Post']],
    ['edges of an interface', 'Query.seenPage', ['Crossing', 'Post']],
    ['a union', 'Query.found', ['Post', 'Station']],
    ['a number', 'Query.count', []],
    ['a text of a record', 'Crossing.sex', []],
  ])('behind %s (%s)', (_, coordinate, types) => {
    expect(labels.fields.has(coordinate)).toBe(true);
    expect(typesOf(coordinate)).toEqual(types);
    // What was found once is found again.
    expect(typesOf(coordinate)).toEqual(types);
  });

  it('finds nothing behind a type that does not exist', () => {
    expect(typesBehind({ type: 'Nowhere' }, labels)).toEqual([]);
  });
});

describe('recordsBehind', () => {
  it('has the whole labels of the record types, and of no other', () => {
    expect(recordsBehind({ type: 'CrossingPage' }, labels)).toEqual([labels.records.get('Crossing')]);
    expect(recordsBehind({ type: 'Seen' }, labels)).toEqual([labels.records.get('Crossing')]);
    expect(recordsBehind({ type: 'PostPage' }, labels)).toEqual([]);
  });
});

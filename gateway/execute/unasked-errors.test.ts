import { buildSchema, type OperationDefinitionNode, parse } from 'graphql';
import type { Problem } from '../request-state';
import { type FetchedQuestion, withoutUnasked } from './unasked-errors';

const schema = buildSchema(`
  type Query { media: [[Media]]  book: Book }
  interface Media { id: ID  best: Review  rating: Float }
  type Book implements Media { id: ID  best: Review  rating: Float  pages: Int }
  type Film implements Media { id: ID  best: Review  rating: Float }
  type Review { text: String  about: Media }
`);
const TEXT = '{ media { rating ... on Book { b: best { text } } _pasarela_typename: __typename } book { rating } }';
const BOOK = { _pasarela_typename: 'Book', rating: 1, _pasarela_as_b: { text: null } };
const FILM = { _pasarela_typename: 'Film', rating: 2, best: { text: null } };

interface Came {
  readonly text?: string;
  readonly media?: unknown;
  readonly plan?: unknown;
  /** Where other errors stand. */
  readonly besides?: ReadonlyArray<NonNullable<Problem['path']>>;
}

/** Whether an error at a path is told. */
function tells(path: Problem['path'], came: Came = {}): boolean {
  const { text = TEXT, media = [[BOOK, FILM]], plan = null, besides = [] } = came;
  const operation = parse(text).definitions[0] as OperationDefinitionNode;
  const data = { media, book: null };
  const question = { schema, operation, pruned: operation.selectionSet, plan, data } as FetchedQuestion;
  const problem = { code: 'SUBGRAPH_UNAVAILABLE', details: { subgraph: 'reviews' } } as const;
  const others = besides.map((other) => ({ ...problem, path: other }));
  const told = withoutUnasked([{ ...problem, path }, ...others], question);
  return told.some((one) => one.path === path);
}

describe('an error of a field that is asked of other types of object alone', () => {
  it('is not told', () => {
    expect(tells(['media', 0, 1, 'b', 'text'])).toBe(false);
    expect(tells(['media', 0, 1, 'b'])).toBe(false);
  });

  it('is told of an object of whom it is asked, and of no object', () => {
    expect(tells(['media', 0, 0, 'b', 'text'])).toBe(true);
    expect(tells(['media', 0, 1, 'rating'])).toBe(true);
    expect(tells(['media', 0])).toBe(true);
    expect(tells(undefined)).toBe(true);
  });

  it('is told where nobody asks it: something else needs it', () => {
    expect(tells(['media', 0, 1, 'id'])).toBe(true);
    expect(tells(['media', 0, 1, 'rating__alias_0'])).toBe(true);
    expect(tells(['book', 'b'])).toBe(true);
    expect(tells(['series', 0, 'b'])).toBe(true);
  });

  it('is told where a fetch requires it', () => {
    const text = TEXT.replace('b: best', 'best');
    const media = [[FILM]];
    const requires = [{ kind: 'InlineFragment', typeCondition: 'Film', selections: [{ kind: 'Field', name: 'best' }] }];
    const node = { kind: 'Flatten', path: ['media', '@'], node: { kind: 'Fetch', requires } };
    expect(tells(['media', 0, 0, 'best'], { text, media })).toBe(false);
    expect(tells(['media', 0, 0, 'best'], { text, media, plan: { node: { kind: 'Sequence', nodes: [node] } } })).toBe(
      true,
    );
  });

  it('is told where something is missing that is asked of the object', () => {
    const { rating: _, ...without } = FILM;
    expect(tells(['media', 0, 0, 'b'], { media: [[without]] })).toBe(true);
    expect(tells(['media', 0, 0, 'b'], { media: [[{ ...without, rating: null }]] })).toBe(false);
    expect(tells(['media', 0, 0, 'b'], { media: [[null]] })).toBe(true);
    expect(tells(['media', 0, 0, 'b'], { media: null })).toBe(true);
  });

  it('is not told below what is asked of all, where the types above are others', () => {
    const text = '{ media { best { about { id } } ... on Book { best { text } } _pasarela_typename: __typename } }';
    const media = [[{ _pasarela_typename: 'Film', best: { about: null, text: null } }]];
    expect(tells(['media', 0, 0, 'best', 'text'], { text, media })).toBe(false);
    expect(tells(['media', 0, 0, 'best', 'about'], { text, media })).toBe(true);
    const books = [[{ ...media[0]?.[0], _pasarela_typename: 'Book' }]];
    expect(tells(['media', 0, 0, 'best', 'text'], { text, media: books })).toBe(true);
  });

  it('is not told where another error tells why it is missing', () => {
    const media = [[{ ...FILM, rating: undefined }]];
    expect(tells(['media', 0, 0, 'b'], { media, besides: [['media', 0, 0, 'rating']] })).toBe(false);
    expect(tells(['media', 0, 0, 'b'], { media, besides: [['media', 0, 1, 'rating']] })).toBe(true);
  });

  it('is told where nothing says the type of the object', () => {
    const { _pasarela_typename: _, ...untyped } = FILM;
    expect(tells(['media', 0, 0, 'b'], { media: [[untyped]] })).toBe(true);
    expect(tells(['media', 0, 0, 'b'], { media: [[{ ...untyped, _pasarela_typename: 'Review' }]] })).toBe(true);
  });
});

import { requestError } from '@pasarela/schema/errors';
import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Shareable, Structural } from './labels';
import type { OpaqueIds } from './opaque-ids';

/** The largest page that a connection answers. */
export const MAX_PAGE = 100;

/** The arguments of every connection: Relay's forward paging, with bounded pages. */
@ArgsType()
export class PageArguments {
  @Field(() => Int, { defaultValue: 20, description: `How many rows, 1 to ${MAX_PAGE}.` })
  first!: number;

  @Field(() => String, { nullable: true, description: 'The cursor after which the page starts.' })
  after?: string | null;
}

/** Whether rows follow, and where the page ends. */
@ObjectType({ description: 'Whether rows follow, and the cursor at which the page ends.' })
@Structural()
@Shareable()
export class PageInfo {
  @Field(() => Boolean, { description: 'Whether more rows follow the page.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'The cursor of the last row: give it as `after` for the next page.',
  })
  endCursor!: string | null;
}

/** One page of rows with their cursors. */
export interface ConnectionPage<Node> {
  edges: Array<{ cursor: string; node: Node }>;
  pageInfo: PageInfo;
}

/** Makes the connection and edge types of a row type; both are structural. */
export function connectionOf<Node extends object>(
  nodeType: () => ClassType<Node>,
  name: string,
): ClassType<ConnectionPage<Node>> {
  @ObjectType(`${name}Edge`, { description: 'A row and its cursor.' })
  @Structural()
  class Edge {
    @Field(() => String, { description: 'Where the row stands, opaque.' })
    cursor!: string;

    @Field(() => nodeType(), { description: 'The row.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: 'One page of rows.' })
  @Structural()
  class Connection {
    @Field(() => [Edge], { description: 'The rows of the page.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether rows follow.' })
    pageInfo!: PageInfo;
  }
  return Connection as ClassType<ConnectionPage<Node>>;
}

/** What a page's reader is told: rows in the order of their key, after `afterKey`, one more than the page. */
export interface PageRead {
  readonly afterKey: string | null;
  readonly limit: number;
}

/** Reads one page in keyset order. `keyOf` is the row's unique sort key; cursors are its opaque form. */
export async function readPage<Row, Node>(
  page: PageArguments,
  options: {
    type: string;
    ids: OpaqueIds;
    read: (page: PageRead) => Promise<Row[]>;
    keyOf: (row: Row) => string;
    nodeOf: (row: Row) => Node;
  },
): Promise<ConnectionPage<Node>> {
  if (page.first < 1 || page.first > MAX_PAGE) throw requestError('BAD_PAGE', { max: MAX_PAGE });
  const afterKey = page.after ? options.ids.open(`${options.type}.cursor`, page.after) : null;
  if (page.after && afterKey === null) throw requestError('BAD_CURSOR');
  const rows = await options.read({ afterKey, limit: page.first + 1 });
  const edges = rows.slice(0, page.first).map((row) => ({
    cursor: options.ids.seal(`${options.type}.cursor`, options.keyOf(row)),
    node: options.nodeOf(row),
  }));
  return { edges, pageInfo: { hasNextPage: rows.length > page.first, endCursor: edges.at(-1)?.cursor ?? null } };
}

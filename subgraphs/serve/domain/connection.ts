import { ArgsType, type ClassType, Field, Int, ObjectType } from 'type-graphql';
import { Shareable, Structural } from './labels';

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

/** Puts a decorator on, or none. */
const onlyIf = (wanted: boolean, decorate: ClassDecorator): ClassDecorator => (wanted ? decorate : () => undefined);

/** Makes the connection and edge types of a row type; both are structural. @param shared every subgraph has them alike. */
export function connectionOf<Node extends object>(
  nodeType: () => ClassType<Node>,
  name: string,
  { shared = false }: { readonly shared?: boolean } = {},
): ClassType<ConnectionPage<Node>> {
  @ObjectType(`${name}Edge`, { description: 'A row and its cursor.' })
  @Structural()
  @onlyIf(shared, Shareable())
  class Edge {
    @Field(() => String, { description: 'Where the row stands, opaque.' })
    cursor!: string;

    @Field(() => nodeType(), { description: 'The row.' })
    node!: Node;
  }

  @ObjectType(`${name}Connection`, { description: 'One page of rows.' })
  @Structural()
  @onlyIf(shared, Shareable())
  class Connection {
    @Field(() => [Edge], { description: 'The rows of the page.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Whether rows follow.' })
    pageInfo!: PageInfo;
  }
  return Connection as ClassType<ConnectionPage<Node>>;
}

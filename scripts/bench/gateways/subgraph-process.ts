import { RESOLVERS } from './benchmark-resolvers';
import { SUBGRAPH_NAMES } from './benchmark-schema';
import { serveForParent } from './serve-subgraphs';
import type { SubgraphSettings } from './subgraph-child';

serveForParent(({ sdls, dataDirectory }: SubgraphSettings) => ({
  subgraphs: SUBGRAPH_NAMES.map((name) => ({ name, sdl: sdls[name] as string, resolvers: RESOLVERS[name] })),
  dataDirectory,
}));

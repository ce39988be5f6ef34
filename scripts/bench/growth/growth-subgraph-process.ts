import { serveForParent } from '../gateways/serve-subgraphs';
import { growthResolvers } from './growth-data';
import type { GrowthPoint } from './growth-point';
import { growthSdls } from './growth-schema';

/** Which subgraphs are served, and where the keys stand that they verify fetches with. */
export interface GrowthSubgraphs {
  readonly point: GrowthPoint;
  readonly dataDirectory: string;
}

serveForParent(({ point, dataDirectory }: GrowthSubgraphs) => ({
  subgraphs: [...growthSdls(point)].map(([name, sdl], index) => ({
    name,
    sdl,
    resolvers: growthResolvers(point, index),
  })),
  dataDirectory,
}));

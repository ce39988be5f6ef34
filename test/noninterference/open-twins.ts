import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { type Rewrite, rewrittenDomain } from './rewrite-stores';

/** Two federations of the product, and which of them is meant. */
export interface Pair {
  readonly plain: OpenFederation;
  readonly changed: OpenFederation;
}

/** How a federation that has twins is opened. */
export interface TwinOptions {
  /** One clock for all twins. */
  readonly now: () => Date;
  /** What is rewritten after the seed, one after the other. */
  readonly rewrites: readonly Rewrite[];
  /** The twin whose keys and rules are used: tokens, opaque ids and cursors are then the same. */
  readonly twinOf?: OpenFederation;
}

const SCALE = 0.005;

/** Opens the product on stores of its own; a twin of another has the same seed, keys, rules and clock. */
export const openTwin = ({ now, rewrites, twinOf }: TwinOptions): Promise<OpenFederation> =>
  openFederation({
    definitions: SUBGRAPHS.map((definition) => rewrittenDomain(definition, rewrites)),
    scale: SCALE,
    now,
    ...(twinOf && { keysFrom: twinOf.dataDirectory, rulesDirectory: twinOf.rulesDirectory }),
  });

import { credentialHeaders } from '@pasarela/schema/identity/possession/credentials';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import type { SubgraphDefinition } from '@pasarela/serve/domain/subgraph-definition';
import type { Stage } from '../threats/attack';
import { personaCredentials } from '../threats/forge/persona-credentials';
import { openFederation, type Question } from './open-federation';

/** A row as its owner's store holds it. */
export type StoredRow = Readonly<Record<string, any>>;

/** A federation, its own time, and what its stores hold: the witness that answers are compared with. */
export interface WitnessedStage extends Stage {
  /** The rows of a collection, as they were when the stores were filled. */
  stored(collection: string): readonly StoredRow[];
  /** Now, as the gateway and the subgraphs have it. */
  now(): Date;
}

/** How a witnessed federation is opened. */
export interface WitnessedOptions {
  /** The instant at which it starts; tokens are of that time. */
  readonly at: string;
  /** The scale of each domain by its name; 0.005 where none is said. */
  readonly scales?: Readonly<Record<string, number>>;
}

const COLLECTIONS: Readonly<Record<string, string>> = {
  'panama-darien-flow': 'crossing_records',
  'panama-repatriation': 'return_manifest_entries',
  'colombia-regularization': 'permits',
  'usa-smuggling-cases': 'usa_smuggling_cases',
  'colombia-smuggling-cases': 'colombia_smuggling_cases',
  'panama-smuggling-cases': 'panama_smuggling_cases',
};
const SCALE = 0.005;

/** Opens the product's own domains at an instant of the test's choice; close it at the end of the test. */
export async function openWitnessedStage({ at, scales = {} }: WitnessedOptions): Promise<WitnessedStage> {
  const clock = { aheadMs: Date.parse(at) - Date.now() };
  const now = () => new Date(Date.now() + clock.aheadMs);
  const stored = new Map<string, readonly StoredRow[]>();
  const definitions = SUBGRAPHS.map((definition) => witnessed(definition, scales[definition.name] ?? SCALE, stored));
  const federation = await openFederation({ definitions, now });
  const stage = { ...federation, clock };
  const credentials = async (persona: string) => personaCredentials(stage, persona);
  const presented = async (persona: string) =>
    credentialHeaders(await credentials(persona), { method: 'POST', address: federation.gateway.address }, now);
  return {
    ...stage,
    token: async (persona) => (await credentials(persona)).token,
    now,
    stored: (collection) => stored.get(collection) ?? [],
    credentials,
    ask: async ({ as, headers, ...question }: Question) =>
      federation.ask({ ...question, headers: { ...(as && (await presented(as))), ...headers } }),
  };
}

/** The same domain; what was written is read once more for the test. */
function witnessed(
  definition: SubgraphDefinition,
  scale: number,
  stored: Map<string, readonly StoredRow[]>,
): SubgraphDefinition {
  const collection = COLLECTIONS[definition.name];
  return {
    ...definition,
    seed: {
      ...definition.seed,
      models: (connection) => definition.seed.models(connection),
      fill: async (options) => {
        await definition.seed.fill({ ...options, scale });
        if (collection) stored.set(collection, await options.connection.collection(collection).find({}).toArray());
      },
    },
  };
}

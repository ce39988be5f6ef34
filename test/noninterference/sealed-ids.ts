import { keyFiles, readSecret } from '@pasarela/schema/identity/key-files';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import { ID_KEY_BYTES } from '@pasarela/scripts/development/development-keys';
import { SUBGRAPHS } from '@pasarela/scripts/subgraphs';
import { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import type { OpenFederation } from '../federation/open-federation';
import type { Requester } from './requester';

/** A list of the API, and the type of its rows. */
const LISTS = {
  CrossingRecord: 'crossingRecords',
  ReturnManifestEntry: 'returnManifestEntries',
  UsaSmugglingCase: 'usaSmugglingCases',
  ColombiaSmugglingCase: 'colombiaSmugglingCases',
  PanamaSmugglingCase: 'panamaSmugglingCases',
  Permit: 'permits',
} as const;

/** An id or cursor that a list gave to a requester, for a purpose. */
export interface SealedId {
  readonly purpose: Purpose;
  /** `usaSmugglingCases.id`, `usaSmugglingCases.cursor`. */
  readonly list: string;
  readonly text: string;
}

/**
 * The ids and cursors of hidden rows as the requester would hold them who was given them before the rows were
 * hidden. @param hidden internal ids by type.
 */
export function sealedIds(
  { identity, deciders }: Requester,
  hidden: ReadonlyMap<string, readonly string[]>,
  { federation, now }: { federation: OpenFederation; now: Date },
): SealedId[] {
  return [...deciders].flatMap(([purpose, decider]) =>
    Object.entries(LISTS).flatMap(([type, list]) => {
      const scope = { party: identity.party, purpose, now, agreementOf: (name: string) => decider.agreementOf(name) };
      const ids = new OpaqueIds(idKeyOf(type, decider.ruleSet.labels.records.get(type)?.subgraph, federation), scope);
      return (hidden.get(type) ?? []).flatMap((id) => [
        { purpose, list: `${list}.id`, text: ids.seal(type, id) },
        { purpose, list: `${list}.cursor`, text: ids.seal(`${type}.cursor`, id) },
      ]);
    }),
  );
}

function idKeyOf(type: string, subgraph: string | undefined, { dataDirectory }: OpenFederation): Uint8Array {
  if (!SUBGRAPHS.some(({ name }) => name === subgraph)) throw new Error(`No subgraph stores ${type}.`);
  return readSecret(keyFiles.ids(dataDirectory, subgraph as string), ID_KEY_BYTES);
}

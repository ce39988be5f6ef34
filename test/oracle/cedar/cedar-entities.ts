import type { CedarValueJson, EntityJson, EntityUidJson, TypeAndId } from '@cedar-policy/cedar-wasm/nodejs';
import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import { AGENCIES, BROUGHT, CHAINS, JOINT, kindOf, LABELS, typeOf } from '../domain';

type Attributes = Record<string, CedarValueJson>;

const uid = (type: string, id: string): TypeAndId => ({ type, id });
const reference = (type: string, id: string): CedarValueJson => ({ __entity: uid(type, id) });
const entity = (id: TypeAndId, attrs: Attributes, parents: EntityUidJson[] = []): EntityJson => ({
  uid: id,
  attrs,
  parents,
});

/** Leaves out what is undefined, so that policies find it missing. */
const present = (attributes: Record<string, CedarValueJson | undefined>): Attributes =>
  Object.fromEntries(
    Object.entries(attributes).filter((entry): entry is [string, CedarValueJson] => entry[1] !== undefined),
  );

/** Which parties there are, each a tag whose value is the set of its agencies. */
export const REGISTRY: EntityJson = {
  ...entity(uid('Registry', 'parties'), {}),
  tags: Object.fromEntries(Object.entries(AGENCIES).map(([party, agencies]) => [party, [...agencies]])),
};

/** Who asks. */
export const principalOf = ({ requester: { party, agency, roles } }: DecisionSubject): EntityJson =>
  entity(uid('Requester', 'asker'), { party, agency, roles: [...roles] });

/** The records of a type. */
export function rowsOf(type: string): EntityJson {
  const label = LABELS.records.get(type);
  const attributes = [...(label?.attributes.keys() ?? [])];
  const follows = JOINT[type] === 'UNPUBLISHED' ? true : undefined;
  return entity(
    uid('Rows', type),
    present({ owner: label?.owner, of: label?.of, attributes, joint: JOINT[type] && 'record', follows }),
  );
}

/** Where a joint field stands: on a record, among the mutations, or on the way to records. */
const jointPlaceOf = (type: string): string => (JOINT[type] ? 'record' : type === 'Mutation' ? 'mutation' : 'way');

/** A field with what its labels say; nothing when it has none. */
export function fieldOf(coordinate: string): EntityJson {
  const label = LABELS.fields.get(coordinate);
  if (!label) return entity(uid('Field', coordinate), {});
  const { owner, sensitivity, about, kind, structural, key, nullable } = label;
  const brought = BROUGHT[coordinate];
  return entity(
    uid('Field', coordinate),
    present({
      ...{ owner, sensitivity, about: [...about], kind, structural, key, nullable },
      joint: owner === 'JOINT' ? jointPlaceOf(typeOf(coordinate)) : undefined,
      brought: brought === undefined ? undefined : reference('Rows', brought),
    }),
    [uid('Type', typeOf(coordinate))],
  );
}

/** The levels of a field that can be asked for, the highest first: all but none. */
export function levelsOf(coordinate: string): { readonly name: string; readonly level: EntityJson }[] {
  const names = CHAINS[kindOf(coordinate)];
  const chain = { ...Object.fromEntries(names.map((name, rank) => [name, rank])), full: names.length - 1 };
  const field = reference('Field', coordinate);
  return names
    .map((name, rank) => ({
      name,
      level: entity(uid('Level', name), { rank, chain, field }, [uid('Field', coordinate)]),
    }))
    .slice(1)
    .reverse();
}

import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import type { Decision } from '@pasarela/schema/access/decision';
import { type LabelTable, OWNER_JOINT } from '@pasarela/schema/labels/label';

/** The place of a field in answers of a joint domain, lists standing for each of their items. */
export interface JointPlace {
  decision?: Decision;
  /** The field stands on a joint record: it is decided on that record. */
  onRecord: boolean;
  /** What is there is a record of somebody's, or holds some: whose it is, is whose records came. */
  bringsRecords: boolean;
  readonly below: Map<string, JointPlace>;
}

/** By the decided fields, which are the same array as often as one operation is decided alike. */
const known = new WeakMap<readonly DecidedField[], JointPlace>();

/** The places of an operation's fields, as a tree of the names in its answer. */
export function placesOfFields(fields: readonly DecidedField[], labels: LabelTable): JointPlace {
  const kept = known.get(fields);
  if (kept) return kept;
  const root = newPlace();
  for (const { path, decision } of fields) {
    const place = placeAt(root, path);
    place.decision = decision;
    place.onRecord = isJointType(decision.coordinate.split('.')[0], labels);
    place.bringsRecords = isJointType(decision.label?.type, labels);
  }
  markBringing(root);
  known.set(fields, root);
  return root;
}

const newPlace = (): JointPlace => ({ onRecord: false, bringsRecords: false, below: new Map() });

const isJointType = (type: string | undefined, { records }: LabelTable): boolean =>
  type !== undefined && records.get(type)?.owner === OWNER_JOINT;

function placeAt(root: JointPlace, path: string): JointPlace {
  let place = root;
  for (const name of path.split('.')) {
    if (name === '@') continue;
    const next = place.below.get(name) ?? newPlace();
    place.below.set(name, next);
    place = next;
  }
  return place;
}

/** Whether a field of a record stands below tells of a connection, whose own fields are not decided. */
function markBringing(place: JointPlace): boolean {
  let brings = place.bringsRecords;
  for (const next of place.below.values()) if (markBringing(next) || next.onRecord) brings = true;
  place.bringsRecords = brings;
  return brings;
}

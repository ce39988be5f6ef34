import type { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import { GuardianLink } from './guardian-link';
import { nationalityOf } from './nationality';
import { Permit, PermitStageChange } from './permit';
import type { PermitHolderRow, PermitRow } from './permit.model';
import { PermitHolder } from './permit-holder';
import { placeOf } from './place';

/** The permit of a stored row, its id sealed for the requester. */
export function permitNode(row: PermitRow, ids: OpaqueIds): Permit {
  const { _id, registeredMonth: _month, ...fields } = row;
  const node = Object.assign(new Permit(), {
    ...fields,
    id: ids.seal('Permit', _id),
    stageHistory: row.stageHistory.map((change) => Object.assign(new PermitStageChange(), change)),
    department: placeOf(row.department),
    municipality: row.municipality === null ? null : placeOf(row.municipality),
    holder: holderNode(row.holder),
    guardianLink: row.guardianLink && Object.assign(new GuardianLink(), row.guardianLink),
  });
  return withRecord(node, row);
}

function holderNode(row: PermitHolderRow): PermitHolder {
  const node = Object.assign(new PermitHolder(), {
    ...row,
    nationality: nationalityOf(row.nationality),
    secondNationality: row.secondNationality === null ? null : nationalityOf(row.secondNationality),
  });
  return withRecord(node, row);
}

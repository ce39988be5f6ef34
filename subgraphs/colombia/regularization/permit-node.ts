import { ifKnown } from '@pasarela/serve/domain/if-known';
import type { OpaqueIds } from '@pasarela/serve/domain/opaque-ids';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import { GuardianLink } from './guardian-link';
import { IntegrationConsent } from './integration-consent';
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
    stageHistory: ifKnown(row.stageHistory, (changes) =>
      changes.map((change) => Object.assign(new PermitStageChange(), change)),
    ),
    department: ifKnown(row.department, placeOf),
    municipality: ifKnown(row.municipality, placeOf),
    holder: ifKnown(row.holder, holderNode),
    guardianLink: ifKnown(row.guardianLink, (link) => Object.assign(new GuardianLink(), link)),
  });
  return withRecord(node, row);
}

function holderNode(row: PermitHolderRow): PermitHolder {
  const node = Object.assign(new PermitHolder(), {
    ...row,
    nationality: ifKnown(row.nationality, nationalityOf),
    secondNationality: ifKnown(row.secondNationality, nationalityOf),
    consent: ifKnown(row.consent, (consent) => Object.assign(new IntegrationConsent(), consent)),
  });
  return withRecord(node, row);
}

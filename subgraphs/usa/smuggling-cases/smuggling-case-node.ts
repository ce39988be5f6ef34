import { ifKnown } from '@pasarela/serve/domain/if-known';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { CaseEvent } from './case-event';
import { CasePerson, ConfirmationChange } from './case-person';
import type { CasePersonRow } from './case-person-row';
import { nationalityOf } from './nationality';
import { placeOf } from './place';
import { SmugglingCase } from './smuggling-case';
import type { CorridorRow, SmugglingCaseRow } from './smuggling-case.model';
import { SmugglingCorridor } from './smuggling-corridor';
import { SmugglingNetwork } from './smuggling-network';

/** The case of a stored row, its id sealed for the requester. */
export function smugglingCaseNode(row: SmugglingCaseRow, { ids }: ServeContext): SmugglingCase {
  const { _id, openedMonth: _month, ...fields } = row;
  const node = Object.assign(new SmugglingCase(), {
    ...fields,
    id: ids.seal('SmugglingCase', _id),
    corridor: ifKnown(row.corridor, corridorNode),
    history: ifKnown(row.history, (events) => events.map((event) => Object.assign(new CaseEvent(), event))),
    persons: ifKnown(row.persons, (persons) =>
      ids.inOrder('CasePerson', persons, ({ pseudonym }) => pseudonym).map(casePersonNode),
    ),
    networks: ifKnown(row.networks, (networks) =>
      networks.map((network) => Object.assign(new SmugglingNetwork(), network)),
    ),
  });
  return withRecord(node, row);
}

function corridorNode({ from, to, mode }: CorridorRow): SmugglingCorridor {
  return Object.assign(new SmugglingCorridor(), { from: ifKnown(from, placeOf), to: ifKnown(to, placeOf), mode });
}

/** A person of a case. The evidence names them by the owner's identifier: within a case they have no id of their own. */
export function casePersonNode(row: CasePersonRow): CasePerson {
  const node = Object.assign(new CasePerson(), {
    ...row,
    nationality: ifKnown(row.nationality, nationalityOf),
    stateHistory: ifKnown(row.stateHistory, (changes) =>
      changes.map((change) => Object.assign(new ConfirmationChange(), change)),
    ),
  });
  return withRecord(node, { ...row, _id: row.pseudonym });
}

import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { CaseEvent } from './case-event';
import { CasePerson, ConfirmationChange } from './case-person';
import { CasePersonRole } from './case-person-role';
import type { CasePersonRow } from './case-person-row';
import { nationalityOf } from './nationality';
import { placeOf } from './place';
import { SmugglingCase } from './smuggling-case';
import type { CorridorRow, SmugglingCaseRow } from './smuggling-case.model';
import { SmugglingCorridor } from './smuggling-corridor';
import { SmugglingNetwork } from './smuggling-network';

/** The case of a stored row, its id sealed for the requester and its persons those that the purpose may know. */
export function smugglingCaseNode(row: SmugglingCaseRow, { ids, purpose }: ServeContext): SmugglingCase {
  const { _id, openedMonth: _month, ...fields } = row;
  return Object.assign(new SmugglingCase(), {
    ...fields,
    id: ids.seal('SmugglingCase', _id),
    corridor: corridorNode(row.corridor),
    history: row.history.map((event) => Object.assign(new CaseEvent(), event)),
    persons: row.persons.filter((person) => existsUnder(purpose, person)).map(personNode),
    networks: row.networks.map((network) => Object.assign(new SmugglingNetwork(), network)),
  });
}

// INVARIANT: under ENFORCEMENT smuggled migrants, victims and witnesses do not exist.
function existsUnder(purpose: ServeContext['purpose'], { role }: CasePersonRow): boolean {
  return purpose !== 'ENFORCEMENT' || role === CasePersonRole.SUSPECT;
}

function corridorNode({ from, to, mode }: CorridorRow): SmugglingCorridor {
  return Object.assign(new SmugglingCorridor(), { from: placeOf(from), to: placeOf(to), mode });
}

function personNode(row: CasePersonRow): CasePerson {
  return Object.assign(new CasePerson(), {
    ...row,
    claimedNationalities: [...row.claimedNationalities],
    nationality: nationalityOf(row.nationality),
    stateHistory: row.stateHistory.map((change) => Object.assign(new ConfirmationChange(), change)),
  });
}

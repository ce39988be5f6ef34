import { ifKnown } from '../domain/if-known';
import { withRecord } from '../domain/raw-record';
import type { ServeContext } from '../domain/serve-context';
import { type CaseOwner, caseTypeName, personTypeName } from './case-domain';
import type { CasePersonRow } from './case-person-row';
import type { OwnerTypes } from './owner-types';
import { placeOf } from './place';
import type { SmugglingCase } from './smuggling-case';
import type { RouteRow, SmugglingCaseRow } from './smuggling-case.model';

/** Makes the case of a stored row, its id sealed for the requester. */
export type CaseNodeOf = (row: SmugglingCaseRow, context: ServeContext) => SmugglingCase;

/** How an owner's rows become objects of the owner's types. */
export function caseNodes(owner: CaseOwner, types: OwnerTypes): CaseNodeOf {
  const routeNode = ({ from, to, mode }: RouteRow) =>
    Object.assign(new types.Route(), { from: ifKnown(from, placeOf), to: ifKnown(to, placeOf), mode });
  return (row, { ids }) => {
    const { _id, openedMonth: _month, ...fields } = row;
    const node = Object.assign(new types.Case(), {
      ...fields,
      id: ids.seal(caseTypeName(owner), _id),
      routes: ifKnown(row.routes, (routes) => routes.map(routeNode)),
      history: ifKnown(row.history, (events) => events.map((event) => Object.assign(new types.Event(), event))),
      persons: ifKnown(row.persons, (persons) =>
        ids
          .inOrder(personTypeName(owner), persons, ({ pseudonym }) => pseudonym)
          .map((person) => casePersonNode(person, types)),
      ),
      networks: ifKnown(row.networks, (networks) =>
        networks.map((network) => Object.assign(new types.Network(), network)),
      ),
    });
    return withRecord(node, row);
  };
}

/** A person of a case. The evidence names them by the owner's identifier: within a case they have no id of their own. */
export function casePersonNode(row: CasePersonRow, types: OwnerTypes): object {
  const node = Object.assign(new types.Person(), {
    ...row,
    nationality: ifKnown(row.nationality, (code) => Object.assign(new types.Nationality(), { code })),
    stateHistory: ifKnown(row.stateHistory, (changes) =>
      changes.map((change) => Object.assign(new types.Change(), change)),
    ),
  });
  return withRecord(node, { ...row, _id: row.pseudonym });
}

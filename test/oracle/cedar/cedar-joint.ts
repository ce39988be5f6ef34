import type { WrittenCap, WrittenGrant } from '../cases/scenario';
import { cedarCondition } from './cedar-condition';
import { allOf, anyOf, not, text } from './cedar-text';

/** That somebody contributed the record: a party, or the requester's own. */
const contributed = (by: string) => cedarCondition({ contributedBy: by });
const isAt = (owned: string, place: 'record' | 'mutation' | 'way'): string => `${owned}.joint == ${text(place)}`;
const asks = (party: string): string => `principal.party == ${text(party)}`;

/** What holds of everything that is not joint, or at one of the places where joint things stand. */
const ofJoint = (owned: string, places: readonly (readonly ['record' | 'mutation' | 'way', string])[]): string =>
  anyOf([
    not(`${owned} has joint`),
    `(${owned} has joint && ${anyOf(places.map(([place, condition]) => allOf([isAt(owned, place), condition])))})`,
  ]);

/** A party grants of a joint field what it contributed, to its own people what they may contribute, and any way. */
export const isGrantors = ({ agreement: { owner } }: Pick<WrittenGrant, 'agreement'>): string =>
  ofJoint('resource.field', [
    ['record', contributed(owner).isTrue],
    ['mutation', asks(owner)],
    ['way', 'true'],
  ]);

/** Whether something is under a party's caps. */
export const isUnder = (party: string, owned: string): string =>
  anyOf([
    `(${owned} has owner && ${owned}.owner == ${text(party)})`,
    `(${owned} has joint && ${owned}.joint != "way")`,
  ]);

/** Which records, and whose mutations, a cap leaves alone that reaches them. */
export function limitsJoint({ owner, scope }: WrittenCap, owned: string): string {
  const ofParty = owner !== 'ALL';
  const crosses = ofParty ? not(asks(owner)) : not(contributed('$requester.party').isTrue);
  return ofJoint(owned, [
    ['record', allOf([ofParty ? not(contributed(owner).isFalse) : 'true', scope === 'ALWAYS' ? 'true' : crosses])],
    ['mutation', scope === 'CROSSING' ? 'false' : ofParty ? asks(owner) : 'true'],
    ['way', 'true'],
  ]);
}

/** Whether a row rule can hide every row whatever the records: one that asks who contributed them cannot. */
export const hidesWhoever = ({ owner, scope }: WrittenCap, rows: string): string =>
  owner === 'ALL' && scope === 'ALWAYS' ? 'true' : not(`${rows} has joint`);

/** One grant of something of a joint type: to whom, and on the records of which party. */
export interface GrantOfRows {
  readonly type: string;
  readonly party: string;
  /** That it matches the request, and some record of the rows. */
  readonly matches: (rows: string) => string;
}

/** Joint rows that follow their contributors exist by their grants; what brings none at all is withheld. */
export function contributorForbids(grants: readonly GrantOfRows[]): string {
  const granted = (rows: string, contributor: (party: string) => string) =>
    anyOf(
      grants.map(({ type, party, matches }) =>
        allOf([`${rows} == Rows::${text(type)}`, contributor(party), matches(rows)]),
      ),
    );
  return `
forbid (principal, action == Action::"exist", resource)
when { resource has follows && !${granted('resource', (party) => contributed(party).isTrue)} };
forbid (principal, action == Action::"see", resource)
when { resource.field has brought && resource.field.brought has follows && !${granted('resource.field.brought', () => 'true')} };
`;
}

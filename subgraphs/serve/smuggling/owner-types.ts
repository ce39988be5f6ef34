import type { CaseDomain } from './case-domain';
import { casePersonType, nationalityType, type PersonFields } from './case-person-types';
import { caseType } from './case-types';
import { corridorType } from './smuggling-corridor';

/** Makes an owner's types of cases and of what is in them. INVARIANT: once a domain, because a type's name is unique. */
export function ownerTypes(domain: CaseDomain, fields?: PersonFields) {
  const Nationality = nationalityType();
  const { Person, Change } = casePersonType(domain, Nationality, fields);
  return { Nationality, Corridor: corridorType(), Person, Change, ...caseType(domain, () => Person) };
}

/** An owner's types of cases and of what is in them. */
export type OwnerTypes = ReturnType<typeof ownerTypes>;

import { registerEnumType } from 'type-graphql';

/** What a person is in a case. A smuggled migrant is the object of smuggling: no offender and no victim. */
export enum CasePersonRole {
  SMUGGLED_MIGRANT = 'SMUGGLED_MIGRANT',
  TRAFFICKING_VICTIM = 'TRAFFICKING_VICTIM',
  WITNESS = 'WITNESS',
  SUSPECT = 'SUSPECT',
}
registerEnumType(CasePersonRole, {
  name: 'CasePersonRole',
  description: 'What a person is in a case (Palermo protocols).',
  valuesConfig: {
    SMUGGLED_MIGRANT: { description: 'The object of smuggling: not liable for it, and not called a victim.' },
    TRAFFICKING_VICTIM: { description: 'A victim of trafficking in persons, preliminary or confirmed.' },
  },
});

/** How far the identification of a victim has come. */
export enum VictimConfirmation {
  PRELIMINARY = 'PRELIMINARY',
  CONFIRMED = 'CONFIRMED',
}
registerEnumType(VictimConfirmation, {
  name: 'VictimConfirmation',
  description: 'How far the identification of a victim of trafficking has come.',
});

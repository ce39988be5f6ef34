import { labelsOf } from '../testing/labels';
import { capOf, grantOf, ruleSetOf } from '../testing/rules';
import type { CapTarget } from './rule';
import { reachedBy } from './rule-set';

const labels = labelsOf(`
  type Crossing @owner(party: "PAN") @key(fields: "id") {
    id: ID @sensitivity(as: OPERATIONAL) @about(subjects: [CHILD])
    birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD])
    guardian: PersonKey @sensitivity(as: SENSITIVE) @about(subjects: [CHILD, NONE])
    needs: String @sensitivity(as: PROTECTED) @about(subjects: [HEALTH])
  }
  type Permit @owner(party: "COL") { birthDate: BirthDate @sensitivity(as: PERSONAL) @about(subjects: [CHILD]) }
  type Count @structural { value: Int asOf: BirthDate }
`);

const reached = (target: CapTarget, owner = 'ALL') => reachedBy({ owner, target }, labels);

describe('reachedBy', () => {
  it.each<[string, CapTarget, string[]]>([
    ['a subject', { about: ['CHILD'] }, ['Crossing.birthDate', 'Crossing.guardian', 'Permit.birthDate']],
    ['any of several subjects', { about: ['HEALTH', 'NONE'] }, ['Crossing.guardian', 'Crossing.needs']],
    ['a kind', { kinds: ['birthDate'] }, ['Crossing.birthDate', 'Permit.birthDate']],
    ['a sensitivity', { sensitivities: ['SENSITIVE', 'PROTECTED'] }, ['Crossing.guardian', 'Crossing.needs']],
    [
      'all of several tags',
      { about: ['CHILD'], kinds: ['identifier'], sensitivities: ['SENSITIVE'] },
      ['Crossing.guardian'],
    ],
    ['what nothing carries', { about: ['BIOMETRIC'] }, []],
    ['named fields', { coordinates: ['Crossing.needs'] }, ['Crossing.needs']],
  ])('by %s; keys and structural fields stay out', (_, target, coordinates) => {
    expect(reached(target)).toEqual(coordinates);
  });

  it("an owner's tags reach the owner's fields only", () => {
    expect(reached({ about: ['CHILD'] }, 'COL')).toEqual(['Permit.birthDate']);
  });
});

describe('indexRules', () => {
  it('finds each rule at every field that it speaks of', () => {
    const { grants, caps } = ruleSetOf({
      labels,
      grants: [grantOf(['Crossing.birthDate', 'Crossing.needs']), grantOf(['Crossing.needs'], { id: 'OTHER' })],
      caps: [capOf({ target: { about: ['HEALTH'] } })],
    });
    expect(grants.get('Crossing.needs')?.map(({ id }) => id)).toEqual(['TEST-GRANT', 'OTHER']);
    expect([...grants.keys()]).toEqual(['Crossing.birthDate', 'Crossing.needs']);
    expect([...caps.keys()]).toEqual(['Crossing.needs']);
  });
});

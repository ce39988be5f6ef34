import { readOwnersPart } from '../access/read-owners-part';
import { namedDocuments } from '../access/rule-documents';
import { loadContract } from '../contract';
import { domesticAgreement } from './domestic-agreement';
import { domesticGrants } from './domestic-grants';

const { labels } = loadContract();
const FROM = new Date('2026-03-01T10:00:00Z');
const PARTIES = {
  PAN: { name: { en: 'Panama', es: 'Panamá' }, contact: 'an officer', agencies: ['SNM'] },
};

describe("what a party's own staff are granted", () => {
  const grants = domesticGrants('PAN', labels.fields.values());
  const granted = new Set(grants.flatMap(({ coordinates }) => coordinates));

  it('is of its own fields alone, nothing that is PROTECTED and no mutation', () => {
    expect(granted.size).toBeGreaterThan(10);
    for (const coordinate of granted) {
      const { owner, sensitivity, kind, structural, key } = labels.fields.get(coordinate) ?? {};
      expect([coordinate, owner, structural, key]).toEqual([coordinate, 'PAN', false, false]);
      expect([kind === 'mutation', sensitivity === 'PROTECTED', sensitivity === 'PUBLIC']).toEqual([
        false,
        false,
        false,
      ]);
    }
  });

  it('is every field that it owns besides those', () => {
    const others = [...labels.fields.values()].filter(
      ({ owner, structural, key, kind, sensitivity }) =>
        owner === 'PAN' &&
        !structural &&
        !key &&
        kind !== 'mutation' &&
        !['PUBLIC', 'PROTECTED'].includes(String(sensitivity)),
    );
    expect([...granted].sort()).toEqual(others.map(({ coordinate }) => coordinate).sort());
  });

  it('gives what is about children, victims or health to who protects them alone', () => {
    for (const { roles, coordinates } of grants)
      for (const coordinate of coordinates) {
        const { about = [], sensitivity } = labels.fields.get(coordinate) ?? {};
        const careful =
          sensitivity === 'SENSITIVE' || (about.some((one) => one !== 'NONE') && sensitivity !== 'STATISTICAL');
        if (careful) expect([coordinate, roles]).toEqual([coordinate, ['PROTECTION_OFFICER']]);
      }
  });

  it('gives its evidence to its oversight alone', () => {
    const reaching = grants.filter(({ coordinates }) => coordinates.includes('Query.panamaDarienFlowEvidence'));
    expect(reaching.map(({ roles, purposes }) => [roles, purposes])).toEqual([
      [
        ['ADMINISTRATOR', 'AUDITOR', 'DATA_PROTECTION_OFFICER'],
        ['AUDIT', 'POLICY_ADMINISTRATION'],
      ],
    ]);
  });

  it('is an agreement that the code of agreements reads', () => {
    const agreement = domesticAgreement({
      party: 'PAN',
      name: { en: 'Panama "of" {all}: #1', es: 'Panamá' },
      legalGround: { en: 'A law: of\tall', es: "La 'ley' #81" },
      grants,
      from: FROM,
    });
    const documents = namedDocuments(agreement ? [agreement] : []);
    const read = readOwnersPart(documents, 'PAN', { labels, parties: PARTIES });
    expect(read.grants.map(({ coordinates }) => coordinates.toSorted())).toEqual(
      grants.map(({ coordinates }) => coordinates.toSorted()),
    );
    expect(read.grants[0]?.agreement).toMatchObject({
      id: 'PAN-DOMESTIC',
      title: { en: 'Panama "of" {all}: #1, own staff' },
      legalGround: { en: 'A law: of\tall', es: "La 'ley' #81" },
      parties: ['PAN'],
      from: Date.parse('2026-03-01'),
      to: Date.parse('2031-03-01'),
    });
  });

  it('is no agreement where a party owns nothing', () => {
    const nothing = { party: 'BRA', name: PARTIES.PAN.name, legalGround: PARTIES.PAN.name, from: FROM };
    expect(domesticAgreement({ ...nothing, grants: domesticGrants('BRA', labels.fields.values()) })).toBeUndefined();
  });
});

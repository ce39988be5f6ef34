import { readYaml } from '@pasarela/schema/access/read-yaml';
import { agreementFile } from '@pasarela/schema/access/rule-files';
import type { AccessRequestRow } from './access-request.model';
import { documentsWithGrant } from './grant-documents';

const ROW: AccessRequestRow = {
  _id: '0a1b2c3d-0000-4000-8000-000000000000',
  owner: 'PAN',
  coordinate: 'CrossingRecord.station',
  purpose: 'MIGRATION_MANAGEMENT',
  level: 'exact',
  reason: 'A reason that stands in no rule',
  by: { party: 'COL', agency: 'MIGRACION_COLOMBIA', id: 'somebody' },
  roles: ['ANALYST'],
  askedAt: '2026-01-15T12:00:00.000Z',
  answer: 'OPEN',
  answeredAt: null,
  answerReason: null,
  draft: null,
  requestKey: '',
  requestInput: '',
};
const NEW = {
  titleEn: 'Stations',
  titleEs: 'Estaciones',
  legalGroundEn: 'A law',
  legalGroundEs: 'Una ley',
  from: '2026-01-01',
  to: '2027-01-01',
  deleteBy: 'P30D',
  passingOnEn: 'To nobody.',
  passingOnEs: 'A nadie.',
};
const contentOf = (text = '') => readYaml('a.yaml', text, agreementFile).content;
const write = (
  row: AccessRequestRow,
  input: Parameters<typeof documentsWithGrant>[2],
  documents: readonly { name: string; text: string }[] = [],
) => documentsWithGrant(documents, row, input);

describe('documentsWithGrant', () => {
  it('writes a new agreement between the owner and who asks, with exactly what was asked for', () => {
    const [document] = write(ROW, { agreement: 'STATIONS', newAgreement: NEW });
    expect(document?.name).toBe('agreements/stations.pan.yaml');
    expect(contentOf(document?.text)).toMatchObject({
      agreement: 'STATIONS',
      owner: 'PAN',
      parties: ['COL', 'PAN'],
      grants: [
        {
          id: 'PAN-REQUEST-0A1B2C3D',
          fields: { CrossingRecord: ['station'] },
          audience: { parties: ['COL'], agencies: ['MIGRACION_COLOMBIA'], roles: ['ANALYST'] },
          purposes: ['MIGRATION_MANAGEMENT'],
          level: 'exact',
        },
      ],
    });
    expect(document?.text).not.toMatch(/somebody|stands in no rule/);
  });

  it('names who asks alone where the rules are those of all, or their own', () => {
    const parties = (row: AccessRequestRow) =>
      contentOf(write(row, { agreement: 'X', newAgreement: NEW })[0]?.text).parties;
    expect(parties({ ...ROW, owner: 'ALL' })).toEqual(['COL']);
    expect(parties({ ...ROW, owner: 'COL' })).toEqual(['COL']);
  });

  it('adds to the agreement that is named, and to no other text', () => {
    const documents = [
      ...write(ROW, { agreement: 'STATIONS', newAgreement: NEW }),
      ...write(ROW, { agreement: 'OTHER', newAgreement: NEW }),
      { name: 'parties/pan.yaml', text: 'agreement: STATIONS' },
      { name: 'agreements/broken.pan.yaml', text: 'agreement: [' },
    ];
    const row = { ...ROW, _id: 'ffffffff-0000', coordinate: 'CrossingRecord.sex', level: 'full' };
    const after = write(row, { agreement: 'STATIONS' }, documents);
    expect(after.slice(1)).toEqual(documents.slice(1));
    expect(contentOf(after[0]?.text).grants.map(({ id }) => id)).toEqual([
      'PAN-REQUEST-0A1B2C3D',
      'PAN-REQUEST-FFFFFFFF',
    ]);
  });

  it('refuses an agreement that is not there, one that is there already, and words that are none', () => {
    const documents = write(ROW, { agreement: 'STATIONS', newAgreement: NEW });
    const code = (input: Parameters<typeof documentsWithGrant>[2]) => {
      try {
        return write(ROW, input, documents);
      } catch (error) {
        return (error as { code?: string }).code;
      }
    };
    expect(code({ agreement: 'NOWHERE' })).toBe('UNKNOWN_AGREEMENT');
    expect(code({ agreement: 'STATIONS', newAgreement: NEW })).toBe('BAD_INPUT');
    expect(code({ agreement: '../x', newAgreement: NEW })).toBe('BAD_INPUT');
    expect(code({ agreement: 'X', newAgreement: { ...NEW, titleEn: '' } })).toBe('BAD_INPUT');
    expect(code({ agreement: 'X', newAgreement: { ...NEW, passingOnEs: 'x'.repeat(1001) } })).toBe('BAD_INPUT');
  });
});

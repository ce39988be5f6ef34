import { type OpenDomain, openDomain } from '@pasarela/serve/testing/open-domain';
import { colombiaRegularization } from './index';
import { departmentCode } from './read-department-figures';

let domain: OpenDomain;
let table: any;
beforeAll(async () => {
  domain = await openDomain(colombiaRegularization, 0.001);
  const { data, errors } = await domain.ask(`{ venezuelansByDepartment {
    total { value note countingParty source asOf }
    notIncluded { value definition }
    rows { department { code name kind } total { value } bySexAndAge { sex ageBand count { value state note } } }
  } }`);
  expect(errors).toBeUndefined();
  table = data?.venezuelansByDepartment;
});
afterAll(() => domain.close());

it('has 31 departments and Bogota D.C., each once, San Andres being absent and said to be', () => {
  const codes = table.rows.map(({ department }: any) => department.code);
  expect(codes).toHaveLength(32);
  expect(new Set(codes).size).toBe(32);
  expect(codes).toContain('CO-DC');
  expect(codes).not.toContain('CO-SAP');
  expect(table.total.note).toMatch(/San Andres y Providencia is absent/);
});

it('sums to 2,810,778, and leaves asylum-seekers and refugees beside it', () => {
  expect(table.total).toMatchObject({ value: 2_810_778, asOf: '2025', countingParty: 'UNHCR: Refugee Data Finder' });
  expect(table.total.source).toMatch(/UNHCR Refugee Data Finder, CC BY 4.0/);
  expect(table.notIncluded).toEqual([
    { value: 16_320, definition: expect.stringMatching(/asylum-seekers/) },
    { value: 1_097, definition: expect.stringMatching(/refugees/) },
  ]);
});

it('gives the printed total of each department, and twelve cells that sum to it', () => {
  const antioquia = table.rows.find(({ department }: any) => department.code === 'CO-ANT');
  expect(antioquia.total.value).toBe(464_117);
  expect(antioquia.bySexAndAge[0]).toMatchObject({ sex: 'FEMALE', ageBand: '0-4', count: { value: 10_177 } });
  for (const { total, bySexAndAge } of table.rows) {
    expect(bySexAndAge).toHaveLength(12);
    expect(bySexAndAge.reduce((sum: number, { count }: any) => sum + count.value, 0)).toBe(total.value);
  }
});

it('says of a printed 0 that it may stand for fewer than five, and never calls it ZERO', () => {
  const amazonas = table.rows.find(({ department }: any) => department.code === 'CO-AMA');
  expect(amazonas.total.value).toBe(6);
  expect(amazonas.bySexAndAge[0].count).toEqual({
    value: 0,
    state: 'VALUE',
    note: expect.stringMatching(/fewer than 5/),
  });
});

it('finds the code of a department as UNHCR writes it, and refuses what is none', () => {
  expect(departmentCode('Bogota D.C. [Admin 1]')).toBe('CO-DC');
  expect(departmentCode('Narino [Admin 1]')).toBe('CO-NAR');
  expect(departmentCode('Guainia [Admin 1]')).toBe('CO-GUA');
  expect(() => departmentCode('Antioquia y Choco [Admin 1]')).toThrow('no department');
});

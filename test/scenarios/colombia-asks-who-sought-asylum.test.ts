import { PERSONAS } from '@pasarela/scripts/development/personas';
import { type OpenFederation, openFederation } from '../federation/open-federation';

/** Colombia asks question 19 at the level of persons. There is the table, and beyond it nothing, for nobody of Colombia. */
describe('Colombia asks who sought asylum', () => {
  let federation: OpenFederation;
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005 });
  });
  afterAll(() => federation.close());

  /** Everybody of Colombia, for each purpose that they can state. */
  const colombians = [...PERSONAS]
    .filter(([, { party }]) => party === 'COL')
    .flatMap(([as, { purposes }]) => purposes.map((purpose) => [as, purpose] as const));
  const PERSON_LEVEL = ['applicants { fullName }', 'persons { id }', 'fullName', 'nationality { code }', 'asylumClaim'];

  const ask = (as: string, purpose: any, query: string) =>
    federation.ask({ as, purpose, query, headers: { 'x-case-reference': 'EXAMPLE-19' } });
  const askedOf = async (subgraph: string) => (await federation.requestLog(subgraph)).length;

  it.each(colombians)('%s, for %s, finds no field of persons in the table, and no hint of one', async (as, purpose) => {
    const before = await askedOf('usa-safe-mobility');
    for (const field of PERSON_LEVEL) {
      const query = `{ usaAsylumApplications(from: 2023, to: 2023, origins: ["COL"]) { year ${field} } }`;
      const { status, body, text } = await ask(as, purpose, query);
      expect([status, body.data]).toEqual([400, undefined]);
      expect(body.errors[0].message).toContain(`\`${field.split(' ')[0]}\`, which does not exist`);
      expect(text).not.toMatch(/did you mean/i);
    }
    expect(await askedOf('usa-safe-mobility')).toBe(before);
  });

  it.each(colombians)('%s, for %s, gets no claim of a person from any list that holds persons', async (as, purpose) => {
    for (const query of [
      '{ smugglingCases(first: 30) { edges { node { persons { nationality { code } asylumClaim tVisaApplication } } } } }',
      '{ crossingRecords(first: 30) { edges { node { asylumClaim } } } }',
    ]) {
      const { status, body } = await ask(as, purpose, query);
      if (status === 400) expect(body.data).toBeUndefined();
      else expect(JSON.stringify(body.data)).not.toMatch(/true|false/);
    }
  });

  it('neither filters nor sorts by a claim', async () => {
    for (const argument of ['filter: { asylumClaim: true }', 'orderBy: { asylumClaim: ASC }', 'sort: "asylumClaim"']) {
      const query = `{ crossingRecords(first: 5, ${argument}) { edges { cursor } } }`;
      const { status, body } = await ask('analyst.col', 'MIGRATION_MANAGEMENT', query);
      expect([status, body.data]).toEqual([400, undefined]);
    }
  });

  it('is told of a hidden name exactly what it is told of an invented one', async () => {
    const told = async (field: string) => {
      const query = `{ crossingRecords(first: 5) { edges { node { ${field} } } } }`;
      const { status, body } = await ask('protection.col', 'PROTECTION', query);
      return [status, body.errors[0].message.replace(field, 'NAME'), Object.keys(body)];
    };
    expect(await told('asylumClaim')).toEqual(await told('asylumClain'));
  });

  it('gets the published table, of its own nationals too: a figure of a year, printed by UNHCR, about nobody', async () => {
    const query = `{ usaAsylumApplications(from: 2023, to: 2024, origins: ["COL"]) { year newApplications { value source } } }`;
    const { body } = await ask('analyst.col', 'STATISTICS', query);
    const source = expect.stringContaining('UNHCR Refugee Data Finder');
    expect(body.data.usaAsylumApplications).toEqual([
      { year: 2023, newApplications: { value: 128_129, source } },
      { year: 2024, newApplications: { value: 79_303, source } },
    ]);
    const withoutPurpose = await federation.ask({ as: 'analyst.col', query });
    expect([withoutPurpose.status, withoutPurpose.body.data ?? null]).toEqual([400, null]);
  });
});

import { type OpenFederation, openFederation } from '../federation/open-federation';
import { type Asking, RightsOffice } from '../federation/rights-office';
import { codeIn } from '../federation/rule-administration';

const DPO: Asking = ['dpo.usa', 'DATA_SUBJECT_RIGHTS'];
const INVESTIGATOR: Asking = ['investigator.usa', 'ENFORCEMENT'];
const CASE = 'id kind record confirmBy confirmedAt deadline overdue state ground version history { did }';
const PERSONS = '{ usaSmugglingCases(first: 100) { edges { node { id persons { pseudonym } } } } }';
const noonOf = (day: string) => new Date(`${day}T17:00:00Z`);

/** The office of the United States answers people who ask whether they are in a smuggling case. */
describe('a traveler asks', () => {
  let federation: OpenFederation;
  let office: RightsOffice;
  let now = noonOf('2026-06-30');
  let person = '';

  beforeAll(async () => {
    federation = await openFederation({ scale: 0.05, now: () => now, tokensAt: () => now });
    office = new RightsOffice(federation, () => now, DPO);
    [person] = (await personsSeen()) as [string];
  });
  afterAll(() => federation.close());

  const personsSeen = async (): Promise<string[]> => {
    const { body } = await federation.ask({
      as: INVESTIGATOR[0],
      purpose: INVESTIGATOR[1],
      query: PERSONS,
      headers: { 'x-case-reference': 'CASE-1' },
    });
    type Node = { node: { persons: Array<{ pseudonym: string }> | null } };
    return body.data.usaSmugglingCases.edges.flatMap(({ node }: Node) =>
      (node.persons ?? []).map(({ pseudonym }) => pseudonym),
    );
  };
  const open = (kind: string, record: string | null, clientKey: string, by = DPO) =>
    office.ask(
      by,
      `mutation ($input: OpenUsaSmugglingRightsCaseInput!) { openUsaSmugglingRightsCase(input: $input) { ${CASE} } }`,
      { input: { kind, record, receivedOn: now.toISOString().slice(0, 10), clientKey } },
    );
  const opened = async (kind: string, record: string | null, clientKey: string) =>
    (await open(kind, record, clientKey)).body.data.openUsaSmugglingRightsCase;
  const change = (verb: string, input: object) =>
    office.ask(
      DPO,
      `mutation ($input: UsaSmugglingRightsCaseChangeInput!) { ${verb}UsaSmugglingRightsCase(input: $input) { ${CASE} } }`,
      { input },
    );
  const listed = async () => {
    const { body } = await office.ask(
      DPO,
      'query ($withinDays: Int) { usaSmugglingRightsCases(withinDays: $withinDays) { kind overdue } }',
      { withinDays: 0 },
    );
    return body.data.usaSmugglingRightsCases;
  };

  it('has the terms of federal law over Independence Day, which is observed on a Friday', async () => {
    expect(await opened('ACCESS', person, 'access')).toMatchObject({ deadline: '2026-07-29', confirmBy: null });
    expect(await opened('AMENDMENT', null, 'amend')).toMatchObject({ deadline: '2026-08-12', confirmBy: '2026-07-15' });
    expect(await opened('REVIEW', null, 'review')).toMatchObject({ deadline: '2026-08-12' });
    expect(codeIn(await open('ACCESS', 'nobody', 'unknown'))).toBe('UNKNOWN_RECORD');
  });

  it('is opened, seen and answered by that office alone', async () => {
    for (const by of [
      ['administrator.usa', 'POLICY_ADMINISTRATION'],
      ['dpo.pan', 'DATA_SUBJECT_RIGHTS'],
    ] as const)
      expect(codeIn(await open('ACCESS', null, 'x', [...by]))).toBe('MUTATION_WITHHELD');
  });

  it('is listed as overdue once nobody was told in time that it came in, until they are', async () => {
    now = new Date('2026-07-16T03:59:00Z');
    expect(await listed()).toEqual([{ kind: 'AMENDMENT', overdue: false }]);
    now = new Date('2026-07-16T04:00:00Z');
    expect(await listed()).toEqual([{ kind: 'AMENDMENT', overdue: true }]);
    const { id, version } = (await opened('AMENDMENT', null, 'other')) as { id: string; version: number };
    const confirmed = (await change('confirm', { id, expectedVersion: version, note: 'By post' })).body.data;
    expect(confirmed.confirmUsaSmugglingRightsCase).toMatchObject({
      confirmedAt: now.toISOString(),
      state: 'OPEN',
      history: [{ did: 'OPENED' }, { did: 'CONFIRMED' }],
    });
    expect(codeIn(await change('confirm', { id, expectedVersion: version + 1, note: 'Again' }))).toBe(
      'RIGHTS_CASE_STATE',
    );
  });

  it('is put off on the last day where the office is, and not a minute later', async () => {
    const first = await opened('ACCESS', null, 'late');
    const second = await opened('ACCESS', null, 'later');
    expect([first.deadline, second.deadline]).toEqual(['2026-08-13', '2026-08-13']);
    now = new Date('2026-08-14T03:59:00Z');
    const { body } = await change('extend', { id: first.id, expectedVersion: 1, note: 'Unusual circumstances' });
    expect(body.data.extendUsaSmugglingRightsCase).toMatchObject({ state: 'EXTENDED', deadline: '2026-08-27' });
    now = new Date('2026-08-14T04:00:00Z');
    expect(codeIn(await change('extend', { id: second.id, expectedVersion: 1, note: 'Late' }))).toBe(
      'RIGHTS_EXTENSION_LATE',
    );
  });

  it('collects in one question what is held of a person, and takes them out of the case in the weekly batch', async () => {
    const { id, version } = await opened('AMENDMENT', person, 'erase');
    const collect = `mutation ($id: ID!) { collectUsaSmugglingRecord(case: $id) {
      record { pseudonym role fullName statement } disclosures { agency fields { coordinate } } } }`;
    const held = (await office.ask(DPO, collect, { id })).body.data.collectUsaSmugglingRecord;
    expect(held.record).toMatchObject({ pseudonym: person, statement: expect.stringContaining('SYNTHETIC') });
    expect(held.disclosures[0]).toEqual({ agency: 'DOJ', fields: [{ coordinate: 'UsaCasePerson.pseudonym' }] });
    const record = `mutation ($id: ID!, $version: Int!) {
      recordUsaSmugglingCorrection(case: $id, what: ERASED, expectedVersion: $version) { batch keepsEn } }`;
    const erased = (await office.ask(DPO, record, { id, version })).body.data.recordUsaSmugglingCorrection;
    expect(erased).toEqual({ batch: '2026-08-17', keepsEn: expect.stringContaining('The case: ') });
    expect(await personsSeen()).toContain(person);
    now = new Date('2026-08-17T06:00:00Z');
    expect(await personsSeen()).not.toContain(person);
    const after = (await office.ask(DPO, collect, { id })).body.data.collectUsaSmugglingRecord;
    expect(after).toEqual({ record: null, disclosures: [] });
  });
});

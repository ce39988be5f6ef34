import type { HttpAnswer, Question } from '../federation/open-federation';
import { openWitnessedStage, type StoredRow, type WitnessedStage } from '../federation/witnessed-stage';

const AT = '2024-11-15T12:00:00Z';
const DAY = 86_400_000;
const AGE_BAND = /^(0-4|5-11|12-17|18-59|60\+)$/;
const WITH_CASE = { 'x-case-reference': 'CASE-2024-17' };

/** Everything of a list as one requester gets it: rows, and the notices of each page. */
interface WholeList {
  readonly nodes: readonly any[];
  readonly notices: ReadonlyArray<readonly any[]>;
}

const inOrder = (rows: readonly unknown[]) => rows.map((row) => JSON.stringify(row)).sort();
const codesOf = (notices: readonly any[], coordinate: string) =>
  notices.filter((notice) => notice.coordinate === coordinate).map(({ code, rule }) => [code, rule]);

/** What a record's content decides, seen by those who ask, and compared with what the owners store. */
describe('records decide what is shown of them', () => {
  let stage: WitnessedStage;
  let crossings: readonly StoredRow[];
  let cases: readonly StoredRow[];
  beforeAll(async () => {
    stage = await openWitnessedStage({
      at: AT,
      scales: { 'panama-darien-flow': 0.03, 'usa-smuggling-cases': 0.2 },
    });
    crossings = stage.stored('crossing_records');
    cases = stage.stored('usa_smuggling_cases');
  });
  afterAll(() => stage.close());

  /** Reads a list to its end, page by page. */
  async function wholeList(list: string, fields: string, question: Omit<Question, 'query'>): Promise<WholeList> {
    const pages: HttpAnswer['body'][] = [];
    let after: string | null = null;
    do {
      const query = `query ($after: String) { list: ${list}(first: 100, after: $after) { edges { node { ${fields} } } pageInfo { hasNextPage endCursor } } }`;
      const { body }: HttpAnswer = await stage.ask({ ...question, query, variables: { after } });
      pages.push(body);
      const { hasNextPage, endCursor } = body.data.list.pageInfo;
      after = hasNextPage ? endCursor : null;
    } while (after);
    return {
      nodes: pages.flatMap(({ data }) => data.list.edges.map(({ node }: any) => node)),
      notices: pages.map(({ extensions }) => extensions.notices),
    };
  }

  describe("a protection officer of Panama, and the asylum claims that Panama's authorities hold", () => {
    const asked = { as: 'protection.pan', purpose: 'PROTECTION' } as const;
    const isPanamas = ({ nationality, claimedNationalities, habitualResidence }: StoredRow) =>
      [nationality, habitualResidence, ...claimedNationalities].includes('PAN');
    const told = (row: StoredRow, asylumClaim: unknown) => [row.crossedOn, row.direction, row.sex, asylumClaim];

    it('sees whether most people asked, and a blank for who is, says to be, or lived in Panama', async () => {
      const { nodes } = await wholeList('crossingRecords', 'crossedOn direction sex asylumClaim', asked);
      const wanted = crossings.map((row) => told(row, isPanamas(row) ? null : row.asylumClaim));
      expect(inOrder(nodes.map((node) => told(node, node.asylumClaim)))).toEqual(inOrder(wanted));
      const blanks = nodes.filter(({ asylumClaim }) => asylumClaim === null).length;
      expect(blanks).toBe(crossings.filter(isPanamas).length);
      expect(blanks).toBeGreaterThan(5);
      expect(blanks).toBeLessThan(nodes.length / 4);
      expect(nodes.some(({ asylumClaim }) => asylumClaim === true)).toBe(true);
    });

    it('is told in every answer that it may be blank, whether anything is or not', async () => {
      const { notices } = await wholeList('crossingRecords', 'asylumClaim', asked);
      expect(notices.length).toBe(crossings.length / 100);
      expect(codesOf(notices[0] ?? [], 'CrossingRecord.asylumClaim')).toEqual([['CONDITIONAL', 'G-COUNTRY-OF-ORIGIN']]);
      for (const ofPage of notices) expect(ofPage).toEqual(notices[0]);
      const blank = new Set<boolean>();
      let after: string | null = null;
      // Which row comes first differs with each run's keys: the list is read until both kinds were seen.
      for (let row = 0; row < crossings.length && (row < 30 || blank.size < 2); row++) {
        const query =
          'query ($after: String) { list: crossingRecords(first: 1, after: $after) { edges { cursor node { asylumClaim } } } }';
        const { body }: HttpAnswer = await stage.ask({ ...asked, query, variables: { after } });
        const [{ cursor, node }] = body.data.list.edges;
        blank.add(node.asylumClaim === null);
        expect([body.errors, body.extensions.notices]).toEqual([undefined, notices[0]]);
        after = cursor;
      }
      expect([...blank].sort()).toEqual([false, true]);
    });

    it('gets the general needs of the same people, and all needs of the others', async () => {
      const { nodes, notices } = await wholeList('crossingRecords', 'crossedOn sex specificNeeds', asked);
      const general = (needs: string[]) => needs.filter((code) => !/^(SV|TR|LP|SM)(-|$)/.test(code));
      const needs = (row: StoredRow, shown: unknown) => [row.crossedOn, row.sex, shown];
      const wanted = crossings.map((row) =>
        needs(row, isPanamas(row) ? general(row.specificNeeds) : row.specificNeeds),
      );
      expect(inOrder(nodes.map((node) => needs(node, node.specificNeeds)))).toEqual(inOrder(wanted));
      expect(inOrder(wanted)).not.toEqual(inOrder(crossings.map((row) => needs(row, row.specificNeeds))));
      expect(codesOf(notices[0] ?? [], 'CrossingRecord.specificNeeds')).toEqual([
        ['CONDITIONAL', 'G-COUNTRY-OF-ORIGIN-NEEDS'],
      ]);
    });
  });

  describe('an analyst of Panama, and dates of birth', () => {
    it('gets the age band of a child and the whole date of an adult', async () => {
      const asked = { as: 'analyst.pan', purpose: 'MIGRATION_MANAGEMENT' } as const;
      const { nodes, notices } = await wholeList('crossingRecords', 'crossedOn sex birthDate', asked);
      const born = (row: StoredRow, birthDate: string) => [row.crossedOn, row.sex, birthDate];
      const wanted = crossings.map((row) => born(row, row.minorAtCrossing ? 'an age band' : row.birthDate));
      const came = nodes.map((node) => born(node, node.birthDate.replace(AGE_BAND, 'an age band')));
      expect(inOrder(came)).toEqual(inOrder(wanted));
      expect(crossings.filter(({ minorAtCrossing }) => minorAtCrossing).length).toBeGreaterThan(50);
      for (const ofPage of notices)
        expect(codesOf(ofPage, 'CrossingRecord.birthDate')).toEqual([['CONDITIONAL', 'G-CHILD-AGE-BAND']]);
    });
  });

  describe('a child protection officer of Colombia, and who crossed', () => {
    it('finds children alone, whole pages of them, and is told that rows may be missing', async () => {
      const asked = { as: 'protection.col', purpose: 'CHILD_PROTECTION' } as const;
      const fields = 'crossedOn sex unaccompaniedChild nationality { code }';
      const { nodes, notices } = await wholeList('crossingRecords', fields, asked);
      const child = (row: StoredRow, nationality: string) => [
        row.crossedOn.slice(0, 7),
        row.sex,
        row.unaccompaniedChild,
        nationality,
      ];
      const children = crossings.filter(({ minorAtCrossing }) => minorAtCrossing);
      expect(inOrder(nodes.map((node) => child(node, node.nationality.code)))).toEqual(
        inOrder(children.map((row) => child(row, row.nationality))),
      );
      expect(children.length).toBeGreaterThan(100);
      expect(notices.length).toBe(Math.ceil(children.length / 100));
      for (const ofPage of notices)
        expect(codesOf(ofPage, 'CrossingRecord')).toEqual([['ROWS_CONDITIONAL', 'G-CHILDREN-ONLY']]);
    });
  });

  describe('an investigator of the United States, and its own cases', () => {
    const asked = { as: 'investigator.usa', purpose: 'ENFORCEMENT', headers: WITH_CASE } as const;

    it('finds a SUSPECT and nobody else in a case, and is told that rows may be missing', async () => {
      const { nodes, notices } = await wholeList('usaSmugglingCases', 'caseNumber persons { pseudonym sex }', asked);
      const suspects = (row: StoredRow) => row.persons.filter(({ role }: any) => role === 'SUSPECT');
      const people = (row: StoredRow, persons: readonly any[]) => [
        row.caseNumber,
        inOrder(persons.map(({ pseudonym, sex }) => [pseudonym, sex])),
      ];
      expect(inOrder(nodes.map((node) => people(node, node.persons)))).toEqual(
        inOrder(cases.map((row) => people(row, suspects(row)))),
      );
      expect(cases.flatMap(suspects).length).toBeLessThan(cases.flatMap(({ persons }) => persons).length / 2);
      for (const ofPage of notices)
        expect(codesOf(ofPage, 'UsaCasePerson')).toEqual([['ROWS_CONDITIONAL', 'G-SUSPECTS-ONLY']]);
    });

    it("knows the sourceIdentity of its own agency's cases only", async () => {
      const { nodes, notices } = await wholeList('usaSmugglingCases', 'caseNumber originator sourceIdentity', asked);
      const source = (row: StoredRow, identity: unknown) => [row.caseNumber, row.originator, identity];
      const wanted = cases.map((row) => source(row, row.originator === 'DOJ' ? row.sourceIdentity : null));
      expect(inOrder(nodes.map((node) => source(node, node.sourceIdentity)))).toEqual(inOrder(wanted));
      expect(new Set(cases.map(({ originator }) => originator))).toEqual(new Set(['DHS', 'DOJ']));
      expect(codesOf(notices[0] ?? [], 'UsaSmugglingCase.sourceIdentity')).toEqual([
        ['CONDITIONAL', 'G-SOURCE-ORIGINATOR'],
      ]);
    });
  });

  describe("an investigator of Panama, and the United States' cases", () => {
    const asked = { as: 'investigator.pan', purpose: 'ENFORCEMENT', headers: WITH_CASE } as const;
    const passedOn = ({ handlingCode, tlp }: StoredRow) => handlingCode !== 'H2' && tlp !== 'RED';
    const route = (row: StoredRow, from: string | null) => [row.openedOn.slice(0, 7), row.leadAgency, from];
    const fields = 'openedOn leadAgency routes { from { code } }';

    /** What must be seen at the stage's own time. */
    const wanted = () => {
      const until = new Date(stage.now().getTime() - 90 * DAY).toISOString().slice(0, 10);
      const isOver = ({ openedMonth }: StoredRow) => openedMonth < until && !until.startsWith(openedMonth);
      return cases.filter(passedOn).map((row) => route(row, isOver(row) ? row.routes[0].from : null));
    };
    const came = async () => {
      const { nodes, notices } = await wholeList('usaSmugglingCases', fields, asked);
      return { rows: nodes.map((node) => route(node, node.routes?.[0].from.code ?? null)), notices };
    };

    it('gets the routes of a case opened in a month that lies 90 days back, and month by month of the next ones', async () => {
      const blanks = new Set<number>();
      for (let week = 0; week < 9; week++) {
        const { rows, notices } = await came();
        expect(inOrder(rows)).toEqual(inOrder(wanted()));
        expect(codesOf(notices[0] ?? [], 'UsaSmugglingCase.routes')).toEqual([['CONDITIONAL', 'G-CORRIDOR-DELAY']]);
        blanks.add(rows.filter(([, , from]) => from === null).length);
        stage.clock.aheadMs += 7 * DAY;
      }
      stage.clock.aheadMs -= 9 * 7 * DAY;
      expect(blanks.size).toBeGreaterThan(2);
      expect(Math.min(...blanks)).toBeGreaterThan(0);
    });

    it('never learns that there are cases that may not be passed on', async () => {
      const { rows, notices } = await came();
      expect(rows).toHaveLength(cases.filter(passedOn).length);
      expect(rows.length).toBeLessThan(cases.length);
      expect(codesOf(notices[0] ?? [], 'UsaSmugglingCase')).toEqual([['ROWS_CONDITIONAL', 'G-HANDLING']]);
    });
  });
});

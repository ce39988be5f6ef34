import { appendFile } from 'node:fs/promises';
import path from 'node:path';
import type { Decider } from '@pasarela/schema/access/decider';
import { rankOf } from '@pasarela/schema/access/levels';
import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { loadContract } from '@pasarela/schema/contract';
import { openWitnessedStage, type WitnessedStage } from '../federation/witnessed-stage';
import { ASKERS, type Asker, deciderFor, shippedRules } from './hostile-gateway/askers';
import { expectedValues, isWitnessed, recognized } from './hostile-gateway/expected-values';
import { type FieldPath, pathsToEveryField, schemaOf } from './hostile-gateway/field-paths';
import { queriesForWithheld, queryFor, valuesAt } from './hostile-gateway/field-queries';
import { FILTERS } from './hostile-gateway/filters';
import { HostileGateway, type Said } from './hostile-gateway/hostile-gateway';
import {
  ANSWERED,
  CLAIMS_OF_AN_OWNER,
  HEADERS_OF_AN_OWNER,
  LIES_ABOUT_RULES,
  LIES_ABOUT_THE_REQUEST,
  type Question,
  WITHHELD,
} from './hostile-gateway/lies';

const { subgraphs } = loadContract();
const ruleSet = shippedRules();
const AT = '2024-11-15T12:00:00Z';
const CASES = { 'usa-smuggling-cases': 0.1 };

const outcome = ({ status, code, data }: Said) => [status, code, data === undefined ? 'no data' : 'data'];
const REFUSED = [401, 'UNAUTHENTICATED', 'no data'];
const SHOWN = [200, undefined, 'data'];
/** No rules are published on this stage, it reads them from files: what governance says of those in force it cannot say. */
const NOTHING_PUBLISHED = [200, 'RULES_INVALID', 'data'];
const REVISION = `mutation {
  reviseMonthlyCrossings(
    input: { month: "2024-03", value: 1, source: "none", expectedRevisions: 2, clientKey: "hostile" }
  ) { count { value } }
}`;
const ANY_STATUS = { status: expect.stringMatching(/^[A-Z]+$/) };
const inOrder = (values: readonly unknown[]) => values.map((value) => JSON.stringify(value)).sort();

/** A field that is asked of a subgraph in somebody's name. */
interface Asked {
  readonly path: FieldPath;
  readonly asker: Asker;
  readonly subgraph: string;
}

/** The gateway is in an enemy's hands, with all its keys. The owners' subgraphs are all that is left. */
describe('a hostile gateway', () => {
  let stage: WitnessedStage;
  let gateway: HostileGateway;
  beforeAll(async () => {
    stage = await openWitnessedStage({ at: AT, scales: CASES });
    gateway = new HostileGateway(stage);
  });
  afterAll(() => stage.close());

  describe('that forgets to prune', () => {
    const seen = { refused: 0, shown: 0, compared: 0, differing: 0 };
    const cases = ASKERS.flatMap((asker) => [...subgraphs.keys()].map((subgraph) => [asker, subgraph] as const));

    it.each(cases.map(([asker, subgraph]) => [asker.as, asker.purpose, subgraph, asker] as const))(
      '%s, %s, gets of %s each field at its level, record by record, and nothing else',
      async (_, _purpose, subgraph, asker) => {
        const decider = deciderFor(asker, ruleSet, stage.now());
        const paths = pathsToEveryField(schemaOf(subgraphs.get(subgraph) as string), decider);
        expect(paths.length).toBeGreaterThan(30);
        const wrong: string[] = [];
        for (const [index, one] of paths.entries()) {
          const withheld = one.decided.filter((coordinate) => decider.decide(coordinate).withheld);
          const query = { path: one, asker, subgraph };
          const queries = withheld.includes(one.coordinate) ? queriesForWithheld(one, index) : [queryFor(one)];
          const problem = withheld.length > 0 ? await withholding(query, queries) : await showing(query, decider);
          if (problem) wrong.push(`${one.coordinate}: ${problem}`);
        }
        expect(wrong).toEqual([]);
      },
      120_000,
    );

    it('had something to get, something to be refused, and records that differ', () => {
      expect(seen.refused).toBeGreaterThan(500);
      expect(seen.shown).toBeGreaterThan(500);
      expect(seen.compared).toBeGreaterThan(5_000);
      expect(seen.differing).toBeGreaterThan(5);
    });

    /** What is wrong with the answers for what is withheld; undefined when it is refused each way. */
    async function withholding({ asker, subgraph }: Asked, queries: readonly string[]): Promise<string | undefined> {
      for (const query of queries) {
        const said = await gateway.ask(subgraph, asker, query);
        if (outcome(said).join() !== '403,WITHHELD,no data') return `${query} gave ${outcome(said)}`;
        seen.refused++;
      }
      return undefined;
    }

    /** What is wrong with the answer for a field that is shown; undefined when every record is at its own level. */
    async function showing({ path: one, asker, subgraph }: Asked, decider: Decider): Promise<string | undefined> {
      const said = await gateway.ask(subgraph, asker, queryFor(one));
      if (subgraph === 'governance' && outcome(said).join() === NOTHING_PUBLISHED.join()) return undefined;
      if (outcome(said).join() !== SHOWN.join()) return `gave ${outcome(said)}`;
      seen.shown++;
      return isWitnessed(one) ? differingValue(one, said, decider) : undefined;
    }

    /** The first value that differs from what is stored, at the level of its record. */
    function differingValue(one: FieldPath, said: Said, decider: Decider): string | undefined {
      const came = inOrder(valuesAt(said.data, one).map((value) => recognized(value, one, stage)));
      const wanted = inOrder(expectedValues(one, stage, decider));
      seen.compared += wanted.length;
      if (decider.decide(one.coordinate).conditional && new Set(wanted).size > 1) seen.differing++;
      const differing = came.findIndex((value, index) => value !== wanted[index]);
      if (came.length === wanted.length && differing < 0) return undefined;
      return `gave ${came.length} values of ${wanted.length}, ${came[differing]} for ${wanted[differing]}`;
    }

    it('gets nothing of a query that asks for everything at once, and no schema', async () => {
      for (const { subgraph, asker, query } of ANSWERED.filter(({ subgraph }) => WITHHELD[subgraph])) {
        const both = `{ a: ${query.slice(1, -1)} b: ${WITHHELD[subgraph]?.slice(1, -1)} }`;
        expect(outcome(await gateway.ask(subgraph, asker, both))).toEqual([403, 'WITHHELD', 'no data']);
        const schema = await gateway.ask(subgraph, asker, '{ __schema { types { name } } }');
        expect([schema.data, schema.text.includes('Record')]).toEqual([undefined, false]);
      }
    });

    it.each(ASKERS.map((asker) => [asker.as, asker.purpose, asker] as const))(
      '%s, %s, filters by nothing that is not shown on every record',
      async (_, _purpose, asker) => {
        const decider = deciderFor(asker, ruleSet, stage.now());
        for (const { subgraph, reads, query } of FILTERS) {
          const said = await gateway.ask(subgraph, asker, query);
          const open = reads.every((read) => isShownOnEvery(read, decider));
          expect([query, outcome(said)]).toEqual([query, open ? SHOWN : [403, 'WITHHELD', 'no data']]);
        }
      },
    );

    it('changes nothing in the name of somebody who may not', async () => {
      const subgraph = 'panama-darien-flow';
      const month = '{ darienCrossingsByMonth(from: "2024-03", to: "2024-03") { revisions { value } } }';
      const before = await gateway.ask(subgraph, ASKERS[0] as Asker, month);
      for (const asker of ASKERS) {
        const said = await gateway.ask(subgraph, asker, REVISION);
        expect([asker.as, outcome(said)]).toEqual([asker.as, [403, 'WITHHELD', 'no data']]);
      }
      expect(before.data.darienCrossingsByMonth[0].revisions.length).toBeGreaterThan(0);
      expect((await gateway.ask(subgraph, ASKERS[0] as Asker, month)).text).toBe(before.text);
    });

    it('gets nothing by the ids and cursors that another requester was given', async () => {
      const owner = { as: 'investigator.usa', purpose: 'ENFORCEMENT' } as const;
      const list = '{ usaSmugglingCases(first: 1) { edges { cursor node { id } } } }';
      const [{ cursor, node }] = (await gateway.ask('usa-smuggling-cases', owner, list)).data.usaSmugglingCases.edges;
      const entity = `{ _entities(representations: [{ __typename: "UsaSmugglingCase", id: "${node.id}" }]) { ... on UsaSmugglingCase { status } } }`;
      const next = `{ usaSmugglingCases(first: 1, after: "${cursor}") { edges { node { status } } } }`;
      const as = async (asker: Asker) => ({
        entity: (await gateway.ask('usa-smuggling-cases', asker, entity)).data?._entities[0],
        next: (await gateway.ask('usa-smuggling-cases', asker, next)).data,
      });
      const own = await as(owner);
      expect([own.entity, own.next.usaSmugglingCases.edges[0].node]).toEqual([ANY_STATUS, ANY_STATUS]);
      for (const asker of [
        { as: 'investigator.pan', purpose: 'ENFORCEMENT' },
        { as: 'protection.usa', purpose: 'PROTECTION' },
      ] as const)
        expect(await as(asker)).toEqual({ entity: null, next: { usaSmugglingCases: null } });
    });
  });

  describe('that lies', () => {
    const all = ANSWERED.map((question) => [question.subgraph, question] as const);
    const ask = ({ subgraph, asker, query }: Question, lies = {}) => gateway.ask(subgraph, asker, query, lies);

    it.each(all)('is answered by %s as long as it says what is so', async (_, question) => {
      expect(outcome(await ask(question))).toEqual(SHOWN);
    });

    it.each(all)('about rules, is told by %s that they changed', async (_, question) => {
      for (const [lie, lies] of Object.entries(LIES_ABOUT_RULES))
        expect([lie, outcome(await ask(question, lies()))]).toEqual([lie, [409, 'RULE_SET_CHANGED', 'no data']]);
    });

    it.each(all)('about the request, is refused by %s, which does not say why', async (_, question) => {
      const texts = new Set<string>();
      for (const [lie, liesOf] of Object.entries(LIES_ABOUT_THE_REQUEST)) {
        const said = await ask(question, await liesOf(question, gateway, () => stage.now().getTime()));
        expect([lie, outcome(said)]).toEqual([lie, REFUSED]);
        texts.add(said.text);
      }
      expect([...texts]).toHaveLength(1);
    });

    it('about a case, gets nothing for enforcement without a case, not of what is published either', async () => {
      const asker = { as: 'investigator.usa', purpose: 'ENFORCEMENT' } as const;
      const published = '{ __typename }';
      for (const subgraph of subgraphs.keys()) {
        const withCase = await gateway.ask(subgraph, asker, published);
        const without = await gateway.signed(subgraph, asker, published, { asserted: { caseReference: undefined } });
        const inHeader = await gateway.signed(subgraph, asker, published, { asserted: { caseReference: undefined } });
        const headers = { ...inHeader.headers, 'x-case-reference': 'CASE-1' };
        expect(outcome(withCase)).toEqual(SHOWN);
        expect(outcome(await gateway.send(without))).toEqual(REFUSED);
        expect(outcome(await gateway.send({ ...inHeader, headers }))).toEqual(REFUSED);
      }
    });

    it.each(all)('about the party, gets of %s what the token allows and not a byte more', async (_, question) => {
      const { subgraph, asker, query } = question;
      const honest = await ask(question);
      const asserted = { asserted: CLAIMS_OF_AN_OWNER };
      expect((await ask(question, asserted)).text).toBe(honest.text);
      const fetch = await gateway.signed(subgraph, asker, query);
      const headers = { ...fetch.headers, ...HEADERS_OF_AN_OWNER };
      expect((await gateway.send({ ...fetch, headers })).text).toBe(honest.text);
      const withheld = WITHHELD[subgraph];
      if (!withheld) return;
      const said = await gateway.ask(subgraph, asker, withheld, asserted);
      expect(outcome(said)).toEqual([403, 'WITHHELD', 'no data']);
    });
  });

  describe('that replays and changes what was signed', () => {
    const all = ANSWERED.map((question) => [question.subgraph, question] as const);

    it.each(all)('gets an answer of %s once, and with every byte as it was', async (_, question) => {
      const { subgraph, asker, query } = question;
      const sign = () => gateway.signed(subgraph, asker, query);
      const once = await sign();
      expect(outcome(await gateway.send(once))).toEqual(SHOWN);
      expect(outcome(await gateway.send(once))).toEqual(REFUSED);
      for (const at of [0, Math.floor(once.body.length / 2), once.body.length - 1]) {
        const fetch = await sign();
        const body = `${fetch.body.slice(0, at)}${fetch.body[at] === ' ' ? '\t' : ' '}${fetch.body.slice(at + 1)}`;
        expect(outcome(await gateway.send({ ...fetch, body }))).toEqual(REFUSED);
      }
      const longer = await sign();
      expect(outcome(await gateway.send({ ...longer, body: `${longer.body} ` }))).toEqual(REFUSED);
    });

    it.each(all)(
      'gets nothing of %s with the assertion of one requester around the token of another',
      async (_, one) => {
        const fetch = await gateway.signed(one.subgraph, one.asker, one.query);
        const token = await gateway.token({ as: 'protection.pan', purpose: 'PROTECTION' });
        const headers = { ...fetch.headers, authorization: `Bearer ${token}` };
        expect(outcome(await gateway.send({ ...fetch, headers }))).toEqual(REFUSED);
        expect(outcome(await gateway.send(fetch))).toEqual(REFUSED);
      },
    );

    it.each(all)('gets nothing of %s with what was signed for another subgraph', async (_, one) => {
      for (const other of [...subgraphs.keys()].filter((name) => name !== one.subgraph)) {
        const fetch = await gateway.signed(other, one.asker, one.query);
        expect(outcome(await gateway.send({ ...fetch, subgraph: one.subgraph }))).toEqual(REFUSED);
      }
    });

    it('gets nothing under rules that were in force before', async () => {
      const old = versionOfFolder(stage.rulesDirectory);
      await appendFile(path.join(stage.rulesDirectory, 'agreements', 'domestic.pan.yaml'), '# Read again.\n');
      for (const { subgraph, asker, query } of ANSWERED) {
        expect(outcome(await gateway.ask(subgraph, asker, query))).toEqual(SHOWN);
        const said = await gateway.ask(subgraph, asker, query, { asserted: { ruleSetVersion: old } });
        expect(outcome(said)).toEqual([409, 'RULE_SET_CHANGED', 'no data']);
      }
    });
  });
});

/** Whether a field, `Type.field` or `Type.field@level`, is shown on every record at the level that is named, else in full. */
function isShownOnEvery(read: string, decider: Decider): boolean {
  const [coordinate, at] = read.split('@') as [string, string | undefined];
  const { full, conditional, level, label } = decider.decide(coordinate);
  if (full || !at) return full;
  return !conditional && label !== undefined && (rankOf(label.kind, level) ?? 0) >= (rankOf(label.kind, at) ?? 0);
}

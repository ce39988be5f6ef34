import type { Purpose } from '@pasarela/schema/identity/purposes';
import { readSavedQuestion, savedNumbers } from '@pasarela/scripts/ask/read-question';
import { PERSONAS } from '@pasarela/scripts/development/personas';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { RuleAdministration } from '../federation/rule-administration';

/** One question of one party, and who of them asks it. */
interface Asked {
  readonly party: string;
  readonly number: string;
  readonly as: string;
}

const ASKED: readonly Asked[] = ['usa', 'col', 'pan'].flatMap((party) =>
  savedNumbers().map((number) => {
    const role = readSavedQuestion(number).askedBy?.split('.')[0];
    return { party: party.toUpperCase(), number, as: `${role}.${party}` };
  }),
);

/** The United States end all their agreements: which of everybody's questions change is known beforehand, and is what happens. */
describe('a draft, and the questions that it changes', () => {
  let federation: OpenFederation;
  let rules: RuleAdministration;

  beforeAll(async () => {
    federation = await openFederation({ governed: true, scale: 0.005 });
    rules = new RuleAdministration(federation);
    for (const asked of ASKED) await save(asked);
  });
  afterAll(() => federation.close());

  const save = async ({ party, number, as }: Asked) => {
    const { title, query, variables, purpose, caseReference } = readSavedQuestion(number);
    const { agency, roles } = PERSONAS.get(as) ?? {};
    const input = {
      name: number,
      titleEn: title?.en,
      titleEs: title?.es,
      query,
      variables: JSON.stringify(variables),
      purpose,
      agency,
      roles,
      caseGiven: caseReference !== undefined,
      clientKey: `question-${number}`,
    };
    const mutation = 'mutation ($input: SaveQuestionInput!) { saveQuestion(input: $input) { id } }';
    const { body } = await rules.ask(`administrator.${party.toLowerCase()}`, mutation, { input });
    expect(body).toMatchObject({ data: { saveQuestion: { id: `${party}:${number}` } } });
  };

  /** What the gateway would answer: what it shows, and each place that it withholds or lowers, always. */
  const decided = async ({ number, as }: Asked) => {
    const { query, variables, purpose, caseReference } = readSavedQuestion(number);
    const headers = { 'x-dry-run': 'true', ...(caseReference && { 'x-case-reference': caseReference }) };
    const { body } = await federation.ask({ as, purpose: purpose as Purpose, query, variables, headers });
    const { notices = [], dryRun } = body.extensions;
    const places = notices.map(({ code, path, level }: any) => `${path} ${code} ${level}`);
    return { shown: dryRun?.coordinates ?? [], places, error: body.errors?.[0].extensions.code };
  };

  it('says in full what happens to the own questions, and of others how many change', async () => {
    const { number, documents } = await rules.rulesOf('USA');
    const without = documents.filter(({ name }) => !name.startsWith('agreements/'));
    const answer = await rules.draft('administrator.usa', { owner: 'USA', documents: without, expectedNumber: number });
    const draft = answer.body.data.draftRules;
    const before = await Promise.all(ASKED.map(decided));
    const { body } = await rules.ask(
      'administrator.usa',
      'query ($draft: ID!) { affectedQuestions(draft: $draft) { own { question { name } changes { path after change } } others { party questions } } }',
      { draft: draft.id },
    );
    const { own, others } = body.data.affectedQuestions;
    await rules.publish('administrator.usa', draft.id, await rules.signed(draft.payload));
    const after = await Promise.all(ASKED.map(decided));
    const changed = ASKED.filter((_, index) => JSON.stringify(before[index]) !== JSON.stringify(after[index]));
    for (const party of ['USA', 'COL', 'PAN']) expect(changed.map((asked) => asked.party)).toContain(party);
    expect(own.map(({ question }: any) => question.name)).toEqual(
      changed.filter(({ party }) => party === 'USA').map((asked) => asked.number),
    );
    for (const { question, changes } of own) {
      const now = after[ASKED.findIndex((asked) => asked.party === 'USA' && asked.number === question.name)];
      for (const { path, change } of changes) {
        // Of a joint field only what the party itself contributed goes: others' values stay.
        expect(['GOES_BLANK', 'LOWERS']).toContain(change);
        expect(now?.places).toContain(`${path} ${change === 'LOWERS' ? 'CONDITIONAL' : 'WITHHELD'} none`);
      }
    }
    const counts = ['COL', 'PAN'].map((party) => ({
      party,
      questions: changed.filter((asked) => asked.party === party).length,
    }));
    expect(others).toEqual(counts.filter(({ questions }) => questions > 0));
  });
});

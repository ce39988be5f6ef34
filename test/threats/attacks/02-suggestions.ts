import { loadContract } from '@pasarela/schema/contract';
import type { Question } from '../../federation/open-federation';
import type { Attack, Stage } from '../attack';
import { sameBut } from '../same-but-for';
import { namesBeyond, namesIn } from '../schema-names';

/** A question with one name in it that does not exist, and a name close to one that does. */
interface Miss {
  readonly near: string;
  readonly ask: (name: string) => Question;
}

const rows = 'edges { node { sex } }';
const query =
  (text: (name: string) => string) =>
  (name: string): Question => ({ query: text(name) });

const MISSES: Readonly<Record<string, Miss>> = {
  'a root field': { near: 'nationalitie', ask: query((name) => `{ ${name} { code } }`) },
  'a field': { near: 'crossedO', ask: query((name) => `{ crossingRecords { edges { node { ${name} } } } }`) },
  'a hidden field': { near: 'asylumClai', ask: query((name) => `{ crossingRecords { edges { node { ${name} } } } }`) },
  'a field of introspection': { near: '__schem', ask: query((name) => `{ ${name} { types { name } } }`) },
  'a type condition': { near: 'Quer', ask: query((name) => `{ ... on ${name} { nationalities { code } } }`) },
  'the type of a variable': {
    near: 'CrossingRecordFilte',
    ask: query((name) => `query ($f: ${name}) { crossingRecords(filter: $f) { ${rows} } }`),
  },
  'an argument': { near: 'firs', ask: query((name) => `{ crossingRecords(${name}: 1) { ${rows} } }`) },
  "a directive's argument": {
    near: 'iff',
    ask: query((name) => `{ nationalities @include(if: true, ${name}: true) { code } }`),
  },
  'an enum value': {
    near: 'NORT',
    ask: query((name) => `{ darienCrossingsByYear(from: 2022, to: 2022, direction: ${name}) { year } }`),
  },
  'an enum value in a variable': {
    near: 'NORT',
    ask: (name) => ({
      query: 'query ($d: Direction!) { darienCrossingsByYear(from: 2022, to: 2022, direction: $d) { year } }',
      variables: { d: name },
    }),
  },
  'an input field': {
    near: 'sexx',
    ask: query((name) => `{ crossingRecords(filter: { ${name}: FEMALE }) { ${rows} } }`),
  },
  'an input field in a variable': {
    near: 'sexx',
    ask: (name) => ({
      query: `query ($f: CrossingRecordFilter) { crossingRecords(filter: $f) { ${rows} } }`,
      variables: { f: { [name]: 'FEMALE' } },
    }),
  },
  'a variable': {
    near: 'howMan',
    ask: query((name) => `query ($howMany: Int!) { crossingRecords(first: $${name}) { ${rows} } }`),
  },
  'a directive': { near: 'includ', ask: query((name) => `{ nationalities @${name}(if: true) { code } }`) },
  'a fragment': {
    near: 'Show',
    ask: query((name) => `{ ...${name} ...Shown } fragment Shown on Query { nationalities { code } }`),
  },
  'an operation': {
    near: 'Month',
    ask: (name) => ({ query: 'query Months { nationalities { code } }', operationName: name }),
  },
};

const SUGGESTION = /did you mean|quiso decir|quizá|suggest|similar|perhaps|instead/i;

/** INVARIANT: a near miss is answered like any other: the same bytes but for the name that was asked. */
async function run(stage: Stage): Promise<void> {
  const names = namesIn(loadContract().subgraphs);
  for (const language of ['en', 'es'])
    for (const [what, { near, ask }] of Object.entries(MISSES)) {
      const far = 'Z'.repeat(near.length);
      const answer = (name: string) =>
        stage.ask({
          as: 'analyst.col',
          purpose: 'MIGRATION_MANAGEMENT',
          headers: { 'accept-language': language },
          ...ask(name),
        });
      const missed = await answer(near);
      expect([what, missed.status, missed.body.errors.length]).toEqual([what, 400, 1]);
      expect([what, SUGGESTION.exec(missed.text)]).toEqual([what, null]);
      expect([what, namesBeyond(missed.body.errors[0], JSON.stringify(ask(near)), names)]).toEqual([what, []]);
      expect(sameBut(missed.text, near, far)).toBe(sameBut((await answer(far)).text, far, far));
    }
}

/** The attacks of threat 2. */
export const attacks: readonly Attack[] = [
  {
    number: 2,
    title: 'a name that nearly exists is answered like one that does not, and no other is suggested',
    on: 'product',
    guards: ['ownWords', 'variablesUnsaid'],
    run,
  },
];

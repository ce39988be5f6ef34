import type { Attack, Stage } from '../attack';
import { sameBut } from '../same-but-for';

/** Questions with a name of subgraphs' plumbing, and a name of the same length that exists nowhere. */
const QUESTIONS: ReadonlyArray<readonly [question: string, name: string, absent: string]> = [
  ['{ _service { sdl } }', '_service', '_servicx'],
  ['{ x: _service { sdl } nationalities { code } }', '_service', '_servicx'],
  ['{ ... on Query { ...F } } fragment F on Query { _service { sdl } }', '_service', '_servicx'],
  [
    '{ _entities(representations: [{ __typename: "CrossingRecord", id: "1" }]) { __typename } }',
    '_entities',
    '_entitiex',
  ],
  ['query ($r: [_Any!]!) { _entities(representations: $r) { __typename } }', '_Any', '_Anx'],
  ['{ nationalities { code ... on _Entity { __typename } } }', '_Entity', '_Entitx'],
  ['query ($g: join__Graph) { nationalities(codes: $g) { code } }', 'join__Graph', 'join__Grapx'],
  ['{ __type(name: "_Service") { name fields { name } } }', '_Service', '_Servicx'],
  ['{ __type(name: "Sensitivity") { name enumValues { name } } }', 'Sensitivity', 'Sensitivitx'],
];

async function run(stage: Stage): Promise<void> {
  const ask = (query: string) => stage.ask({ as: 'administrator.pan', purpose: 'MIGRATION_MANAGEMENT', query });
  for (const [question, name, absent] of QUESTIONS) {
    const real = await ask(question);
    const nothing = await ask(question.replaceAll(name, absent));
    expect([question, real.status, sameBut(real.text, name, absent)]).toEqual([
      question,
      nothing.status,
      sameBut(nothing.text, name, absent),
    ]);
    if (!question.includes('__type(')) expect(real.body.errors[0].extensions.code).toBe('UNKNOWN_FIELD');
  }
  const { body } = await ask('{ __schema { types { name } queryType { fields { name } } } }');
  const names = [...body.data.__schema.types, ...body.data.__schema.queryType.fields].map(({ name }: any) => name);
  expect(
    names.filter((name) => /^_[A-Za-z]|^_service|^_entities|^(join|link|federation)__|^Subject$/.test(name)),
  ).toEqual([]);
}

/** The attacks of threat 5. */
export const attacks: readonly Attack[] = [
  {
    number: 5,
    title: "subgraphs' plumbing at the gateway is answered like a name that does not exist",
    on: 'product',
    guards: ['apiSchema'],
    run,
  },
];

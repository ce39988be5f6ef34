import { type Notice, readAccount } from './gateway-answer';
import { LANGUAGES } from './languages';
import { effectLabel, effectOf, isConditional, leastLevel } from './notice-effect';
import { TEXTS } from './texts';

const rules = {
  path: 'usaSmugglingCases.edges.@.node.persons.@.birthDate',
  coordinate: 'UsaCasePerson.birthDate',
  rule: 'G-CHILD-AGE-BAND',
  agreements: ['SMUGGLING-NETWORKS'],
  reason: 'May be blank or lowered: Of a child only the age band is told.',
  source: null,
  contact: null,
};

/** A notice as the page reads it from an answer. */
function notice(code: string, level: string): Notice {
  const [read] = readAccount({ data: {}, extensions: { notices: [{ ...rules, code, level }] } }).notices;
  if (!read) throw new Error('the answer holds one notice');
  return read;
}

describe('effectOf', () => {
  test.each([
    ['WITHHELD', 'none', 'withheld'],
    ['LOWERED', 'month', 'lowered'],
    ['CONDITIONAL', 'none', 'conditional'],
    ['CONDITIONAL', 'ageBand', 'conditional'],
    ['ROWS_CONDITIONAL', 'none', 'conditionalRows'],
    ['BREAK_GLASS', 'full', 'opened'],
    ['ANOTHER', 'NONE', 'withheld'],
    ['ANOTHER', 'year', 'lowered'],
  ])('%s at the level %s is %s', (code, level, effect) => {
    expect(effectOf(notice(code, level))).toBe(effect);
  });

  test('only what stands whatever the data is conditional', () => {
    const codes = ['WITHHELD', 'LOWERED', 'CONDITIONAL', 'ROWS_CONDITIONAL'];
    expect(codes.filter((code) => isConditional(notice(code, 'none')))).toEqual(['CONDITIONAL', 'ROWS_CONDITIONAL']);
  });
});

describe('the words', () => {
  const { es, en } = TEXTS;

  test('mark what is withheld or lowered with the level shown', () => {
    expect(effectLabel(notice('WITHHELD', 'none'), en)).toBe('withheld');
    expect(effectLabel(notice('LOWERED', 'month'), es)).toBe('se muestra como mes');
    expect(leastLevel(notice('LOWERED', 'month'), es)).toBe('');
  });

  test('never call withheld what may only be', () => {
    expect(effectLabel(notice('CONDITIONAL', 'none'), en)).toBe('may be blank or lowered on some records');
    expect(effectLabel(notice('CONDITIONAL', 'none'), es)).toBe(
      'puede estar en blanco o reducido en algunos registros',
    );
    expect(effectLabel(notice('ROWS_CONDITIONAL', 'none'), en)).toBe('rows may be missing');
    expect(effectLabel(notice('ROWS_CONDITIONAL', 'none'), es)).toBe('pueden faltar filas');
  });

  test('name the least that a record may show; a level without a word of its own stays as it is', () => {
    expect(leastLevel(notice('CONDITIONAL', 'none'), en)).toBe('nothing');
    expect(leastLevel(notice('CONDITIONAL', 'ageBand'), es)).toBe('grupo de edad');
    expect(leastLevel(notice('CONDITIONAL', 'general'), en)).toBe('general');
    expect(leastLevel(notice('ROWS_CONDITIONAL', 'none'), es)).toBe('nada');
  });

  test('say in both languages that such a notice does not tell whether anything was hidden', () => {
    expect(en.conditionalMeaning).toMatch(/do not say whether anything was hidden.*nor whether any row is missing/);
    expect(es.conditionalMeaning).toMatch(/no dicen si .*se ocultó algo, ni si falta alguna fila/);
    for (const language of LANGUAGES) {
      const { conditional, conditionalRows, conditionalMeaning } = TEXTS[language];
      for (const label of [conditional, conditionalRows]) {
        const may = label.match(/may|pueden?/)?.[0] ?? '';
        expect(conditionalMeaning).toMatch(new RegExp(`[“«]${may}[”»]`));
      }
    }
  });
});

import { languageOf, parseArguments } from './arguments';
import { OPTIONS } from './options';

const parse = (line: string) => parseArguments(line.split(' ').filter(Boolean), 'en');

test('reads a question with its options', () => {
  expect(parse('07 --as analyst.pan --purpose STATISTICS --case A-1 --dry-run --url http://x/ --no-color')).toEqual({
    question: '07',
    as: 'analyst.pan',
    purpose: 'STATISTICS',
    case: 'A-1',
    dryRun: true,
    url: 'http://x/',
    color: false,
  });
  expect(parse('07 --variables {"year":2023}').variables).toEqual({ year: 2023 });
});

test.each([
  ['', 'noQuestion'],
  ['01 02', 'tooMany'],
  ['--nope', 'unknownOption'],
  ['01 --as', 'missingArgument'],
  ['01 --file a', 'notTogether'],
  ['01 --json --csv', 'notTogether'],
  ['01 --as a --token b', 'notTogether'],
  ['01 --key-file a', 'keyWithoutToken'],
  ['01 --as b --key-file a', 'keyWithoutToken'],
  ['01 --lang fr', 'badLanguage'],
  ['01 --url ftp://x', 'badUrl'],
  ['01 --url x', 'badUrl'],
  ['01 --variables [1]', 'badVariables'],
  ['01 --variables {', 'badVariables'],
  ['01 --variables null', 'badVariables'],
  ['01 --why .', 'badPath'],
])('%j is a usage fault: %s', (line, fault) => {
  expect(() => parse(line)).toThrow(expect.objectContaining({ fault, exitCode: 2 }));
});

test.each([
  [['--lang', 'es'], 'en-US', 'es'],
  [['--lang=en'], 'es-CO', 'en'],
  [[], 'es-PA', 'es'],
  [[], 'en-GB', 'en'],
  [[], 'pt-BR', 'en'],
  [['--lang', 'fr'], 'es-CO', 'es'],
] as const)('%j on a terminal in %s speaks %s', (argv, locale, language) => {
  expect(languageOf(argv, locale)).toBe(language);
});

test.each(['en', 'es'] as const)('the help in %s explains every option and gives examples', (language) => {
  const { help = '' } = parseArguments(['--help'], language);
  for (const { flags } of OPTIONS) expect(help).toContain(flags);
  expect(help).toContain('npm run ask -- 07');
  expect(help).toContain(language === 'es' ? 'Uso:' : 'Usage:');
});

/** Texts that are written, compared or looked up wrongly more easily than others. */
const TEXTS = [
  '',
  'a',
  'Ana María',
  'a "quoted" \\ text',
  '__proto__',
  'constructor',
  '\u2028\n\t',
  '😀 \ud83d',
  '0',
  'null',
  '</script>',
  '{"a":1}',
];
const NUMBERS = [0, 1, -1, 7, 2147483647, -2147483648, 42];
const FRACTIONS = [0, -0.5, 1e21, 1.5, 1e-7, 100, 0.1];
const OBJECTS = [
  '{"a":[1,null,{"b":"c"}]}',
  '[]',
  '[[null],2]',
  '"text"',
  '12',
  '{"__proto__":{"x":1},"constructor":null}',
  'false',
  '{}',
];

/** A leaf's value from a number. @param names those of an enum. */
export function leafValue(type: string, seed: number, names: readonly string[] | undefined): unknown {
  const from = <Value>(values: readonly Value[]) => values[seed % values.length] as Value;
  if (names) return from(names);
  switch (type) {
    case 'Int':
      return from(NUMBERS);
    case 'Float':
      return from(FRACTIONS);
    case 'Boolean':
      return seed % 2 === 0;
    case 'ID':
      return from(['1', 'x', '', '007']);
    case 'String':
      return from(TEXTS);
    case 'Json':
      return JSON.parse(from(OBJECTS));
    default:
      return `${type} ${seed % 100}`;
  }
}

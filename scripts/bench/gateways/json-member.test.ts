import { memberOf } from './json-member';

function memberText(text: string, name: string): string | undefined {
  const json = Buffer.from(text);
  const span = memberOf(json, name);
  return span && json.toString('utf8', span.from, span.to);
}

describe('memberOf', () => {
  it.each([
    ['{"data":{"a":[1,{"b":2}]},"extensions":{}}', '{"a":[1,{"b":2}]}'],
    ['{"extensions":{"data":1},"data":{"a":"}"}}', '{"a":"}"}'],
    [String.raw`{"a":"\"data\":1","data":[",","\\"]}`, String.raw`[",","\\"]`],
    ['{ "x" : 1 , "data" : null }', 'null'],
    ['{"é":"ñ","data":"ü"}', '"ü"'],
  ])('finds the value in %s', (text, value) => {
    expect(memberText(text, 'data')).toBe(value);
  });

  it('finds none where there is none at the top', () => {
    expect(memberText('{"a":{"data":1}}', 'data')).toBeUndefined();
    expect(memberText('{}', 'data')).toBeUndefined();
  });
});

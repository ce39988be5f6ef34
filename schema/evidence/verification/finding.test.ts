import { FINDINGS, type Finding, findingText } from './finding';

const codes = Object.keys(FINDINGS) as Finding['code'][];
const slotsOf = (text: string) => new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));

describe('the findings', () => {
  it.each(codes)('%s is said in both languages, about the same leaves', (code) => {
    const { en, es } = FINDINGS[code];
    expect(es).not.toBe(en);
    expect(slotsOf(es)).toEqual(slotsOf(en));
  });

  it.each(codes)('%s leaves no slot open', (code) => {
    for (const language of ['en', 'es'] as const) {
      expect(findingText({ code, leaf: 3, to: 5 }, language)).toMatch(/[35]/);
      expect(findingText({ code, leaf: 3 }, language)).not.toContain('{');
    }
  });
});

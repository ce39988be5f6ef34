import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { readYaml } from '@pasarela/schema/access/read-yaml';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { z } from 'zod';
import { loadShippedRules } from './shipped-rules';

const FIELD_RULES = 'abcdefghijkl'.split('').map((letter) => `4${letter}`);
const PEOPLE_RULES = ['6.1', '6.2', '6.3', '6.4', '6.5', '6.6', '6.13'];

const lawRow = z.strictObject({
  rule: z.string(),
  says: z.string().min(10),
  /** The caps that keep the rule. */
  caps: z.array(z.string()).min(1).optional(),
  /** Files of the product that keep it. */
  mechanism: z.array(z.string()).min(1).optional(),
  /** What shows it: a test, or decisions that are run as tests, and words that stand there. */
  shownBy: z.array(z.strictObject({ file: z.string(), text: z.string().min(5) })).min(1),
  /** What of the rule comes with a domain that is not here yet. */
  notYet: z.string().optional(),
  source: z.string().min(3),
});

const root = path.dirname(schemaDirectory);
const lawFile = path.join(__dirname, 'law.yaml');
const law = readYaml(lawFile, readFileSync(lawFile, 'utf8'), z.array(lawRow)).content;
const shipped = loadShippedRules();
const inFull = (file: string) => path.join(root, file);

describe('the law that the rules keep', () => {
  it('is complete: every field rule, and every rule that protects people and is kept by rules', () => {
    const stated = law.map(({ rule }) => rule);
    expect(stated.filter((rule, index) => stated.indexOf(rule) !== index)).toEqual([]);
    expect(stated).toEqual(expect.arrayContaining([...FIELD_RULES, ...PEOPLE_RULES]));
  });

  it('names every guardrail that ships: none is there without a rule that it keeps', () => {
    const named = new Set(law.flatMap(({ caps }) => caps ?? []));
    expect([...shipped.caps.keys()].filter((id) => !named.has(id))).toEqual([]);
  });

  describe.each(law.map((row) => [`${row.rule}: ${row.says}`, row] as const))('%s', (_, row) => {
    it('is kept by caps that ship and follow the same source, or by a mechanism that is there', () => {
      expect(row.caps ?? row.mechanism).toBeDefined();
      const caps = (row.caps ?? []).map((id) => shipped.caps.get(id));
      expect(caps).not.toContain(undefined);
      if (caps.length > 0) expect(caps.map((cap) => cap?.source).join('; ')).toContain(row.source);
      expect((row.mechanism ?? []).filter((file) => !existsSync(inFull(file)))).toEqual([]);
    });

    it.each(row.shownBy.map(({ file, text }) => [text, file] as const))('is shown by "%s" in %s', (text, file) => {
      expect(file).toMatch(/\.test\.ts$|^test\/(decisions\/.*\.yaml|threats\/attacks\/.*\.ts)$/);
      expect(readFileSync(inFull(file), 'utf8')).toContain(text);
    });
  });
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadContract } from '../contract';
import { RECORD_SUBJECTS, SUBJECTS } from '../directives';
import { PURPOSES } from '../identity/purposes';
import { agreementOf, capOf, grantOf, ruleSetOf, subjectOf } from '../testing/rules';
import { conditionText } from './conditions/parse-condition';
import { levelOn } from './decide';
import { Decider } from './decider';

const fields = z
  .record(z.string(), z.array(z.string()))
  .transform((byType) => Object.entries(byType).flatMap(([type, names]) => names.map((name) => `${type}.${name}`)));
const record = z.record(z.string(), z.unknown()).default({});
const asked = { party: z.string(), purpose: z.enum(PURPOSES), record };

const example = z.strictObject({
  grants: z.array(z.strictObject({ id: z.string(), fields, purposes: z.array(z.enum(PURPOSES)), level: z.string() })),
  caps: z.array(
    z.strictObject({
      id: z.string(),
      about: z.array(z.enum(SUBJECTS)).optional(),
      kinds: z.array(z.enum(['date'])).optional(),
      rowsOf: z.array(z.enum(RECORD_SUBJECTS)).optional(),
      purposes: z.array(z.enum(PURPOSES)).optional(),
      when: conditionText.optional(),
      unless: conditionText.optional(),
      scope: z.enum(['ALWAYS', 'CROSSING']),
      level: z.string().default('none'),
    }),
  ),
  asks: z.array(
    z.union([
      z.strictObject({ ...asked, field: z.string(), level: z.string() }),
      z.strictObject({ ...asked, rows: z.string(), exists: z.boolean() }),
    ]),
  ),
});

const readme = readFileSync(path.join(__dirname, 'README.md'), 'utf8');
const examples = [...readme.matchAll(/^([^\n]+)\n```yaml\n(.*?)```/gms)].map(
  ([, title, text]) => [title as string, example.parse(parse(text as string))] as const,
);
const { labels } = loadContract();

function deciderFor({ grants, caps }: z.infer<typeof example>, ask: z.infer<typeof example>['asks'][number]): Decider {
  const ruleSet = ruleSetOf({
    labels,
    grants: grants.map(({ fields: coordinates, ...grant }) =>
      grantOf(coordinates, { ...grant, audience: {}, agreement: agreementOf() }),
    ),
    caps: caps.map(({ about, kinds, rowsOf, ...cap }) => capOf({ ...cap, target: { about, kinds, rowsOf } })),
  });
  return new Decider(ruleSet, subjectOf({ party: ask.party, purpose: ask.purpose }));
}

describe('the examples of the README', () => {
  it('are three', () => {
    expect(examples).toHaveLength(3);
  });

  it.each(examples)('%s', (_, rules) => {
    for (const ask of rules.asks) {
      const decider = deciderFor(rules, ask);
      if ('field' in ask) expect([ask, levelOn(decider.decide(ask.field), ask.record)]).toEqual([ask, ask.level]);
      else expect([ask, decider.rows(ask.rows).exist.holds(ask.record)]).toEqual([ask, ask.exists]);
    }
  });
});

import { readFileSync } from 'node:fs';
import { explainDecision } from '@pasarela/schema/access/review/explain-decision';
import { Simulator } from '@pasarela/schema/access/review/simulate';
import { apiSchemaOf } from '@pasarela/schema/access/view/api-schema';
import Table from 'cli-table3';
import { askerOf, type RuleFlags, rulesIn } from './options';

/** Prints every rule that speaks of a field, which of them apply to whom is asked about, and what follows. */
export function explain(coordinate: string, flags: RuleFlags): string {
  const { ruleSet } = rulesIn(flags);
  const { opened: open, ...asker } = askerOf(flags);
  const { rules, arithmetic, level, conditional, besides } = explainDecision(ruleSet, { ...asker, open }, coordinate);
  const table = new Table({ head: ['rule', 'within', 'does', 'level', 'applies'], style: { head: [], border: [] } });
  for (const rule of rules) {
    const applies = rule.applies ? (rule.onSomeRecords ? 'on some records' : 'yes') : `no: ${rule.because}`;
    table.push([rule.rule, rule.within, rule.does, rule.level, applies]);
  }
  const sum = `${coordinate}: ${arithmetic}${besides.map((one) => `\n${one}`).join('')}`;
  const shown = `shown: ${level}${conditional ? ', on some records less' : ''}`;
  return `${rules.length > 0 ? `${table.toString()}\n` : ''}${sum}\n${shown}\n`;
}

/** Prints what the gateway would decide on a query, by these rules, on a day; no server is asked. */
export function simulate(flags: RuleFlags): string {
  if (!flags.file) throw new Error('--file needs a query (.graphql)');
  const { ruleSet, contract } = rulesIn(flags);
  const query = readFileSync(flags.file, 'utf8');
  const simulator = new Simulator(apiSchemaOf(contract.supergraph));
  const { refused, refusal, fields, notices } = simulator.simulate({ ...askerOf(flags), query }, ruleSet);
  if (refused) return `refused: ${refused}: ${refusal}\n`;
  const table = new Table({ head: ['path', 'field', 'level'], style: { head: [], border: [] } });
  for (const { path, coordinate, level, conditional } of fields)
    table.push([path, coordinate, conditional ? `${level}, on some records less` : level]);
  const told = notices.map(({ code, path, rule, reason }) => `${code} ${path} ${rule ?? ''} ${reason}`);
  return `${table.toString()}\n${told.join('\n')}\n`;
}

import { decideOperation } from '@pasarela/schema/access/decide-operation';
import { Decider } from '@pasarela/schema/access/decider';
import { type OperationInput, walkOperation } from '@pasarela/schema/access/operation-walk';
import { indexRules, type RuleSet } from '@pasarela/schema/access/rule-set';
import Table from 'cli-table3';
import { buildSchema, Kind, type OperationDefinitionNode, parse } from 'graphql';
import { BENCH_SDL, benchRules, benchSubjects, SIZE } from './access-rules';

const FIELDS = 200;
const DECISIONS = 20_000;
const MAX_FIELDS = 2_000;

/** Measures access rules: indexing a version, compiling rights profiles, deciding operations. Prints a table. */
export function benchAccess(): void {
  const unindexed = benchRules();
  const { result: ruleSet, ms: indexMs } = timed(() => indexRules(unindexed));
  benchSubjects().forEach((subject) => void compiled(ruleSet, subject));
  const before = heapUsed();
  const profiles = benchSubjects().map((subject) => timed(() => compiled(ruleSet, subject)));
  const kept = heapUsed() - before;
  const deciders = profiles.map(({ result }) => result);
  const table = new Table({ head: ['what', 'median', '99 %'], style: { head: [], border: [] } });
  const { types, fieldsOfType } = SIZE;
  table.push(
    [
      `index ${SIZE.grants + SIZE.caps} rules over ${types * fieldsOfType} coordinates, once a version`,
      ms(indexMs),
      '',
    ],
    [
      'compile one rights profile, every coordinate',
      ...spread(
        profiles.map((one) => one.ms),
        ms,
      ),
    ],
    ...decisionRows(deciders),
    [`memory of ${SIZE.profiles} compiled profiles`, `${(kept / 1e6).toFixed(1)} MB`, ''],
  );
  process.stdout.write(`${table.toString()}\n`);
}

type Row = [what: string, median: string, high: string];

function decisionRows(deciders: readonly Decider[]): Row[] {
  const schema = buildSchema(`scalar PartialDate scalar BirthDate scalar PersonKey ${BENCH_SDL}`, {
    assumeValidSDL: true,
  });
  const ask = { schema, operation: operationOf(FIELDS), fragments: new Map(), variables: {}, maxFields: MAX_FIELDS };
  const measured = (decide: (input: OperationInput) => unknown): [string, string] => {
    const runs: number[] = [];
    for (let count = 0; count < DECISIONS; count++) {
      const decider = deciders[count % deciders.length] as Decider;
      runs.push(timed(() => decide({ ...ask, decider })).ms);
    }
    return spread(runs, us);
  };
  return [
    [`decide an operation of ${FIELDS} fields that no profile asked before`, ...measured(walkOperation)],
    [`decide an operation of ${FIELDS} fields that the profile asked before`, ...measured(decideOperation)],
  ];
}

function compiled(ruleSet: RuleSet, subject: Decider['subject']): Decider {
  const decider = new Decider(ruleSet, subject);
  for (const coordinate of ruleSet.labels.fields.keys()) decider.decide(coordinate);
  return decider;
}

/** A query over as many record types as it takes: a root field and its fields count alike. */
function operationOf(fields: number): OperationDefinitionNode {
  const perType = SIZE.fieldsOfType;
  const lists = Array.from({ length: Math.ceil(fields / (perType + 1)) }, (_, type) => type);
  let left = fields - lists.length;
  const text = lists.map((type) => {
    const names = Array.from({ length: Math.min(perType, left) }, (_, index) => `field${index}`);
    left -= names.length;
    // A place is an object: its key is plumbing and counts no field.
    return `list${type} { ${names.map((name, index) => (index % 6 === 3 ? `${name} { code }` : index % 6 === 5 ? `${name} { value }` : name)).join(' ')} }`;
  });
  const [operation] = parse(`{ ${text.join(' ')} }`).definitions;
  if (operation?.kind !== Kind.OPERATION_DEFINITION) throw new Error('the benchmark has no operation');
  return operation;
}

function timed<Result>(run: () => Result): { result: Result; ms: number } {
  const started = performance.now();
  const result = run();
  return { result, ms: performance.now() - started };
}

function heapUsed(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

const ms = (value: number): string => `${value.toFixed(2)} ms`;
const us = (value: number): string => `${(value * 1000).toFixed(1)} µs`;

function spread(values: readonly number[], format: (value: number) => string): [string, string] {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number) =>
    format(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number);
  return [at(0.5), at(0.99)];
}

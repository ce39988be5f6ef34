import { LRUCache } from 'lru-cache';
import type { RuleSet } from './rule-set';

/** How much is remembered, in bytes as they are estimated. */
export interface RememberedBounds<Value> {
  readonly most: number;
  readonly sizeOf: (value: Value) => number;
}

/** What a memory is asked for: the names of what it depends on, the objects among them each by itself. */
export type DependsOn = ReadonlyArray<object | string>;

/**
 * What was worked out under a rule set, and depends on nothing but what it is asked for by. Bounded in all; gone with
 * the rule set, so that nothing outlives the rules that it follows from.
 */
export class RememberedByRules<Value extends object> {
  private readonly memories = new WeakMap<RuleSet, LRUCache<string, Value>>();

  constructor(private readonly bounds: RememberedBounds<Value>) {}

  /** What is remembered, or else is made now. What cannot be made is not remembered. */
  get(ruleSet: RuleSet, dependsOn: DependsOn, make: () => Value): Value {
    const memory = this.memoryOf(ruleSet);
    const name = nameOf(dependsOn);
    const known = memory.get(name);
    if (known) return known;
    const made = make();
    memory.set(name, made, { size: Math.ceil(this.bounds.sizeOf(made)) + name.length });
    return made;
  }

  private memoryOf(ruleSet: RuleSet): LRUCache<string, Value> {
    const known = this.memories.get(ruleSet);
    if (known) return known;
    const memory = new LRUCache<string, Value>({ maxSize: this.bounds.most });
    this.memories.set(ruleSet, memory);
    return memory;
  }
}

const numbers = new WeakMap<object, number>();
let last = 0;

/** INVARIANT: a number names one object, also when that is gone; a text is written so that it ends where it ends. */
function nameOf(dependsOn: DependsOn): string {
  let name = '';
  for (const one of dependsOn) name += typeof one === 'string' ? `${one.length}:${one},` : `${numberOf(one)},`;
  return name;
}

function numberOf(one: object): number {
  const known = numbers.get(one);
  if (known !== undefined) return known;
  last += 1;
  numbers.set(one, last);
  return last;
}

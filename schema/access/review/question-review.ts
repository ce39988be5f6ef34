import { createHash } from 'node:crypto';
import type { GraphQLSchema } from 'graphql';
import { LRUCache } from 'lru-cache';
import { RequestError } from '../../errors';
import type { LabelTable } from '../../labels/label';
import type { RuleSet } from '../rule-set';
import { fieldsUsed, type WrittenQuestion } from './fields-used';
import { type AskedQuestion, type ChangedQuestion, questionsThatChange, type RulesAt } from './questions-that-change';
import { Simulator } from './simulate';

const MAX_REMEMBERED = 50;
const MAX_QUESTIONS = 2_000;
const DAY = 86_400_000;

type Changed = Promise<ChangedQuestion<AskedQuestion>[]>;

/** Says what questions come to. What it needs of the supergraph is made when it is first asked. */
export class QuestionReview {
  private made: { readonly api: GraphQLSchema; readonly simulator: Simulator } | undefined;
  private turn: Promise<unknown> = Promise.resolve();
  private readonly changed = new WeakMap<RuleSet, WeakMap<RuleSet, LRUCache<string, Changed>>>();
  private readonly used = new LRUCache<string, ReadonlySet<string>>({ max: MAX_QUESTIONS });

  /** @param makeApi makes the schema that the supergraph offers. */
  constructor(
    private readonly labels: LabelTable,
    private readonly makeApi: () => GraphQLSchema,
  ) {}

  /** The schema that the supergraph offers, before anything is reduced for anybody. */
  get api(): GraphQLSchema {
    return this.tools().api;
  }

  get simulator(): Simulator {
    return this.tools().simulator;
  }

  /**
   * Which questions are answered otherwise under other rules, or under the same ones at another date. Worked out
   * once for the same questions, rules and days; one after the other, so that it never takes all of the machine.
   */
  async questionsThatChange<Question extends AskedQuestion>(
    questions: readonly Question[],
    before: RulesAt,
    after: RulesAt,
  ): Promise<ChangedQuestion<Question>[]> {
    const known = this.rememberedFor(before.ruleSet, after.ruleSet);
    const name = digestOf([days(before, after), questions]);
    const changed = known.get(name) ?? this.inTurn(questions, before, after);
    known.set(name, changed);
    changed.catch(() => known.delete(name));
    return (await changed) as ChangedQuestion<Question>[];
  }

  /** The fields that a question uses by name; none where it does not fit the schema any more. */
  fieldsUsed(question: WrittenQuestion): ReadonlySet<string> {
    const name = digestOf([question.query, question.variables]);
    const known = this.used.get(name) ?? this.fieldsUsedNow(question);
    this.used.set(name, known);
    return known;
  }

  private fieldsUsedNow(question: WrittenQuestion): ReadonlySet<string> {
    try {
      return fieldsUsed(question, this.api, this.labels);
    } catch (error) {
      if (error instanceof RequestError) return new Set();
      throw error;
    }
  }

  private inTurn(questions: readonly AskedQuestion[], before: RulesAt, after: RulesAt): Changed {
    const done = this.turn.then(() => questionsThatChange(questions, { before, after, simulator: this.simulator }));
    this.turn = done.catch(() => undefined);
    return done;
  }

  private rememberedFor(before: RuleSet, after: RuleSet): LRUCache<string, Changed> {
    const ofBefore = this.changed.get(before) ?? new WeakMap<RuleSet, LRUCache<string, Changed>>();
    this.changed.set(before, ofBefore);
    const known = ofBefore.get(after) ?? new LRUCache<string, Changed>({ max: MAX_REMEMBERED });
    ofBefore.set(after, known);
    return known;
  }

  private tools() {
    if (!this.made) {
      const api = this.makeApi();
      this.made = { api, simulator: new Simulator(api) };
    }
    return this.made;
  }
}

/** Agreements begin and end with days, and so do conditions. */
const days = (...rules: readonly RulesAt[]): number[] => rules.map(({ at }) => Math.floor(at / DAY));

const digestOf = (value: unknown): string => createHash('sha256').update(JSON.stringify(value)).digest('base64url');

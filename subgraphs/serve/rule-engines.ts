import type { ApolloServer } from '@apollo/server';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { OWNER_JOINT } from '@pasarela/schema/labels/label';
import { type DomainSchemaParts, domainSchemaParts, executableSchema } from './build-subgraph-schema';
import type { SubgraphDefinition } from './domain/subgraph-definition';
import { noteContributors } from './evidence/note-contributors';
import { noteRecords } from './evidence/note-records';
import { createEngine, type FaultListener, type OperationContext } from './execute-operation';
import { hideRows } from './mask/hide-rows';
import { hideTypes } from './mask/hide-types';
import { maskFields } from './mask/mask-fields';

type Engine = ApolloServer<OperationContext>;

/**
 * The engine of a subgraph for each rule set: which fields are masked and which rows are left out is settled
 * when rules change, not on every request. INVARIANT: an operation that was decided under one rule set is
 * executed by that set's engine, also while another comes into force.
 */
export class RuleEngines {
  private readonly engines = new WeakMap<RuleSet, Promise<Engine>>();
  private readonly parts: DomainSchemaParts;
  private readonly isJoint: boolean;

  constructor(
    definition: SubgraphDefinition,
    private readonly onFault: FaultListener,
  ) {
    this.parts = domainSchemaParts(definition);
    this.isJoint = definition.party === OWNER_JOINT;
  }

  /** The engine for a rule set, made when it is first asked for. */
  for(ruleSet: RuleSet): Promise<Engine> {
    const known = this.engines.get(ruleSet);
    if (known) return known;
    const made = this.make(ruleSet);
    this.engines.set(ruleSet, made);
    return made;
  }

  private async make(ruleSet: RuleSet): Promise<Engine> {
    const executable = executableSchema(this.parts);
    maskFields(executable, ruleSet);
    hideTypes(executable, ruleSet.labels);
    hideRows(executable, ruleSet);
    noteRecords(executable, ruleSet.labels);
    if (this.isJoint) noteContributors(executable, ruleSet.labels);
    const engine = createEngine(executable, this.onFault);
    await engine.start();
    return engine;
  }
}

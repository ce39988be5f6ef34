import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Guard } from './guard';

/** Without it an owner answers under rules that the gateway did not decide by. */
export const sameVersion: Guard = {
  module: '@pasarela/serve/subgraph-handler',
  function: 'SubgraphHandler.context',
  what: "answers only what was decided by the very rules that the owner's own copy holds",
  permissive: (actual, self) => (verified) => {
    const ruleSetVersion = self.options.rules.current().version;
    return actual({ ...verified, assertion: { ...verified.assertion, ruleSetVersion } });
  },
};

/** Without it an answer keeps what was fetched before the rules changed. */
export const decidedAgain: Guard = {
  module: '@pasarela/gateway/execute/execute-plan',
  function: 'executePlan',
  what: 'drops all that was fetched when an owner holds newer rules, so that the whole request is decided again',
  permissive: (actual) => (planned, tools) => {
    const { requestError } = require('@pasarela/schema/errors');
    const send = (operation: { readonly subgraph: string }, subject: unknown) =>
      tools.client.send(operation, subject).catch(() => {
        throw requestError('SUBGRAPH_UNAVAILABLE', { subgraph: operation.subgraph });
      });
    return actual(planned, { ...tools, client: { send } });
  },
};

/** Without it values are masked by the rules of yesterday. */
export const enginePerRuleSet: Guard = {
  module: '@pasarela/serve/rule-engines',
  function: 'RuleEngines.for',
  what: 'executes an operation with the engine of the rule set that decided it',
  permissive: (actual, self) => (ruleSet) => {
    self.firstRuleSet ??= ruleSet;
    return actual(self.firstRuleSet);
  },
};

/** Without it a rule that cannot be read is left out, and whatever it limited is shown. */
export const wholeParts: Guard = {
  module: '@pasarela/schema/access/load-rule-set',
  function: 'loadRuleSet',
  what: "rejects an owner's whole part for one invalid rule; the last valid part stays, and without one nothing is shown",
  permissive: (actual) => (directory, labels, previous) => {
    const loaded = actual(directory, labels, previous);
    if (loaded.rejected.size === 0) return loaded;
    const readable = mkdtempSync(path.join(tmpdir(), 'pasarela-rules-'));
    try {
      cpSync(directory, readable, { recursive: true });
      for (const { file } of loaded.rejected.values()) rmSync(path.join(readable, path.relative(directory, file)));
      return { ...actual(readable, labels), filesVersion: loaded.filesVersion };
    } finally {
      rmSync(readable, { recursive: true });
    }
  },
};

/** Without it guardrails go with the file that holds them. */
export const allGuardrails: Guard = {
  module: '@pasarela/schema/access/guardrails-of-all',
  function: 'lackOfGuardrails',
  what: 'refuses rules that lack guardrails of ALL which were in force',
  permissive: () => () => undefined,
};

const CONDITIONS = '@pasarela/schema/access/check-rule-conditions';

/** Without it a cap is taken whose condition holds for nobody. */
export const requesterNames: Guard = {
  module: CONDITIONS,
  function: 'checkRequesterNames',
  what: 'refuses conditions on parties and agencies that nobody knows',
  permissive: () => () => undefined,
};

/** Without it a blank tells the PROTECTED fact for which it is blank. */
export const fieldConditions: Guard = {
  module: CONDITIONS,
  function: 'checkFieldCondition',
  what: 'refuses a condition of a field that would tell a PROTECTED fact, or that cannot be decided',
  permissive: () => () => undefined,
};

/** Without it a row that disappears tells why. */
export const rowConditions: Guard = {
  module: CONDITIONS,
  function: 'checkRowRule',
  what: 'refuses a row rule on a PROTECTED fact that can change',
  permissive: () => () => undefined,
};

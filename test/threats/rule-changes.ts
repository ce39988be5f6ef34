import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Question } from '../federation/open-federation';
import type { Stage } from './attack';
import { fetchAsGateway, sendDirect } from './forge/gateway-fetch';

/**
 * Has every subgraph of a stage look at its rule files now, rather than within a second: each is asked under
 * rules that do not exist, and looks before it refuses.
 */
export async function pullRules(stage: Stage): Promise<void> {
  const token = await stage.token('analyst.pan');
  const asserted = { ruleSetVersion: 'no such version' };
  for (const { name: subgraph } of stage.subgraphs) {
    const fetch = await fetchAsGateway(stage, { subgraph, token, query: '{ __typename }', asserted });
    await sendDirect(stage, fetch);
  }
}

/** A rule file that is changed, and a question that is fetched. */
interface RuleChange {
  readonly file: string;
  readonly question: Question;
}

/**
 * Does something to a rule file of a stage, and leaves it and all enforcement points as they were.
 * @param act is given the file's text, empty for a file that is not there.
 */
export async function withRules(
  stage: Stage,
  { file, question }: RuleChange,
  act: (text: string) => Promise<void>,
): Promise<void> {
  const place = path.join(stage.rulesDirectory, file);
  const text = existsSync(place) ? readFileSync(place, 'utf8') : '';
  try {
    await act(text);
  } finally {
    if (text === '') rmSync(place, { force: true });
    else writeFileSync(place, text);
    await pullRules(stage);
    // The gateway looks, too, when an owner holds other rules than it does.
    await stage.ask(question);
  }
}

/** Writes a rule file at one stroke, so that no enforcement point can read half of it, and has it read. */
export async function changeRules(stage: Stage, file: string, text: string): Promise<void> {
  writeFileSync(path.join(stage.rulesDirectory, file), text);
  await pullRules(stage);
}

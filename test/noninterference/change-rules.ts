import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { versionOfFolder } from '@pasarela/schema/access/rule-documents';
import { parse, stringify } from 'yaml';
import type { OpenFederation } from '../federation/open-federation';

interface GuardrailText {
  readonly caps: ReadonlyArray<{ readonly id: string }>;
}

/** Gives a federation the guardrails that it was opened with, one cap left out, and waits until they are in force. */
export async function changeRules(federation: OpenFederation, leftOut?: string): Promise<void> {
  const inUse = path.join(federation.rulesDirectory, 'guardrails');
  const opened = path.join(federation.dataDirectory, 'guardrails-as-opened');
  await cp(inUse, opened, { recursive: true, force: false });
  for (const name of (await readdir(opened)).filter((entry) => entry.endsWith('.yaml'))) {
    const text = await readFile(path.join(opened, name), 'utf8');
    await writeFile(path.join(inUse, name), without(leftOut, text));
  }
  await inForce(federation);
}

function without(cap: string | undefined, text: string): string {
  const content = parse(text) as GuardrailText;
  const caps = content.caps.filter(({ id }) => id !== cap);
  return caps.length === content.caps.length ? text : stringify({ ...content, caps });
}

/** A rule store looks at its files every second. */
async function inForce(federation: OpenFederation): Promise<void> {
  const wanted = versionOfFolder(federation.rulesDirectory);
  for (let looks = 0; looks < 100; looks++) {
    const { body } = await federation.ask({ as: 'analyst.pan', purpose: 'STATISTICS', query: '{ __typename }' });
    if (body.extensions.disclosure.ruleSetVersion === wanted) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('The changed rules did not come into force.');
}

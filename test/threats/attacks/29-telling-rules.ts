import { loadRuleSet } from '@pasarela/schema/access/load-rule-set';
import { labelsOf } from '@pasarela/schema/testing/labels';
import { guardrailText, makeRuleFolder } from '@pasarela/schema/testing/rule-folder';
import type { Attack } from '../attack';

/** Records with a fact that may not be told, and that can change. */
const SDL = `type Crossing @owner(party: "PAN") @record(of: PERSON) @attribute(name: "claimant", type: BOOLEAN, as: PROTECTED) {
  sex: String @sensitivity(as: PERSONAL) @about(subjects: [NONE])
}`;

/** Why a rule of Panama is not taken; empty when it is. */
function causeOfRefusal(text: string): string {
  const folder = makeRuleFolder();
  try {
    folder.write('guardrails/restriction.yaml', text);
    return loadRuleSet(folder.directory, labelsOf(SDL)).rejected.get('PAN')?.message ?? '';
  } finally {
    folder.remove();
  }
}

const capped = (target: string): string =>
  guardrailText({ target }).replace('    scope:', '    when: { claimant: true }\n    scope:');

async function blankForClaim(): Promise<void> {
  expect(causeOfRefusal(capped('fields: { Crossing: [sex] }'))).toContain('it would be told');
}

async function disappearForClaim(): Promise<void> {
  const text = capped('rows: [Crossing]').replace('    level: none\n', '');
  expect(causeOfRefusal(text)).toContain('disappearance would tell it');
}

/** The attacks of threat 29 by rules that would tell by what they withhold. */
export const attacks: readonly Attack[] = [
  {
    number: 29,
    title: 'a rule that blanks a field for a PROTECTED reason is not taken',
    on: 'appraisals',
    guards: ['fieldConditions'],
    run: blankForClaim,
  },
  {
    number: 29,
    title: 'a rule by which a row disappears for a PROTECTED reason is not taken',
    on: 'appraisals',
    guards: ['rowConditions'],
    run: disappearForClaim,
  },
];

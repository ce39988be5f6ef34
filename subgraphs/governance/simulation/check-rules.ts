import { partiesOf, problemsIn } from '@pasarela/schema/access/review/check-documents';
import { namedDocuments } from '@pasarela/schema/access/rule-documents';
import { RequestError } from '@pasarela/schema/errors';
import { ownerPart, type PartDocument } from '@pasarela/schema/rule-bundles/owner-part';
import type { RuleOffice } from '../rule-office';
import { RuleProblem } from './rule-problem';

/**
 * Everything for which texts of an owner would not be accepted as a draft; none when they would be. Nothing is
 * written.
 */
export function checkRules(owner: string, texts: readonly PartDocument[], office: RuleOffice): RuleProblem[] {
  const documents = namedDocuments(texts);
  const found = [
    ...misnamed(texts),
    ...problemsIn(documents, owner, {
      labels: office.labels,
      parties: { ...office.ruleSet().parties, ...partiesOf(documents, owner) },
    }),
  ];
  const problems = found.length > 0 ? found : togetherWithOthers(owner, texts, office);
  return problems.map((problem) => Object.assign(new RuleProblem(), problem));
}

type Told = Pick<RuleProblem, 'file' | 'line' | 'message' | 'suggestion'>;

/** Texts that have not the form of a part: a name of no known folder, a name twice, a text that is too long. */
function misnamed(texts: readonly PartDocument[]): Told[] {
  const checked = ownerPart.shape.documents.safeParse(texts);
  return (checked.error?.issues ?? []).map(({ path, message }) => ({
    file: texts[Number(path[0])]?.name ?? null,
    line: null,
    message,
    suggestion: null,
  }));
}

/** What is wrong although every text by itself is right: it is found by what would write the draft. */
function togetherWithOthers(owner: string, texts: readonly PartDocument[], office: RuleOffice): Told[] {
  try {
    office.ruleSetWith(owner, texts);
    return [];
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return [{ file: null, line: null, message: String(error.details.what ?? error.message), suggestion: null }];
  }
}

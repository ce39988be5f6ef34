import { type AssembledRules, assembleRuleSet } from '../access/assemble-rule-set';
import { type Opening } from '../access/opening';
import { withOpenings } from '../access/openings';
import { namedDocuments, versionOfDocuments } from '../access/rule-documents';
import type { RuleSet } from '../access/rule-set';
import type { LabelTable } from '../labels/label';
import type { OwnerPart } from '../rule-bundles/owner-part';
import { labelDrift } from '../rule-bundles/pinned-labels';
import { labelDriftReason } from './label-drift';
import { withholding } from './withheld-for-now';

/** The parts of all owners, and what they are read with. */
export interface PartsOfOwners {
  readonly parts: ReadonlyMap<string, Pick<OwnerPart, 'documents' | 'labels'>>;
  readonly labels: LabelTable;
  /** The rules in force so far. */
  readonly previous: RuleSet | undefined;
  /** Who opened which agreement. */
  readonly openings?: readonly Opening[] | undefined;
}

/**
 * Makes a rule set of owners' parts. Fields that an owner has not agreed to as they are labelled here are withheld.
 *
 * @throws RuleFileError when the part of ALL cannot be used: then nothing changes.
 */
export function rulesOfParts({ parts, labels, previous, openings = [] }: PartsOfOwners): AssembledRules {
  const documents = new Map([...parts].map(([owner, part]) => [owner, namedDocuments(part.documents)]));
  const { ruleSet, rejected } = assembleRuleSet({
    documents,
    labels,
    previous,
    origin: 'the signed rules',
    version: versionOfDocuments([...documents.values()].flat()),
  });
  const drifts = [...parts].map(([owner, part]) =>
    labelDriftReason(owner, labelDrift(part.labels, labels, owner), { labels }),
  );
  return { ruleSet: withholding(withOpenings(ruleSet, openings), drifts), rejected };
}

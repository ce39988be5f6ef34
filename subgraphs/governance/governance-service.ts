import { QuestionReview } from '@pasarela/schema/access/review/question-review';
import { apiSchemaOf } from '@pasarela/schema/access/view/api-schema';
import type { LabelTable } from '@pasarela/schema/labels/label';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { DomainResources, DomainService, PinnedKeys } from '@pasarela/serve/domain/subgraph-definition';
import { accessRequestModel } from './access-requests/access-request.model';
import { AskableFields } from './access-requests/askable-fields';
import { breakGlassModel } from './break-glass/break-glass-opening.model';
import { distributedOpenings } from './break-glass/distributed-openings';
import { serveBundles } from './distribution/distribution-server';
import { EnforcementPoints } from './distribution/enforcement-points';
import { ruleDraftModel } from './drafts/rule-draft.model';
import { publishedPartModel } from './publications/published-part.model';
import { savedQuestionModel } from './questions/saved-question.model';
import { RuleOffice } from './rule-office';

/** What the governance subgraph keeps running: the office of rules, and where enforcement points get them. */
export interface GovernanceService extends DomainService {
  readonly url: string;
  readonly office: RuleOffice;
  readonly points: EnforcementPoints;
  readonly questions: QuestionReview;
  /** Which fields somebody can ask their owners for. */
  readonly askable: AskableFields;
  /** The issuers that are pinned here, each for its own party. */
  readonly issuers: PinnedKeys['issuers'];
}

/** Opens the office on its store and serves bundles. */
export async function openGovernance({
  connection,
  contract,
  trust,
  now,
}: DomainResources): Promise<GovernanceService> {
  const labels: LabelTable = contract.labels;
  await publishedPartModel(connection).createIndexes();
  await ruleDraftModel(connection).createIndexes();
  await savedQuestionModel(connection).createIndexes();
  await accessRequestModel(connection).createIndexes();
  await breakGlassModel(connection).createIndexes();
  const office = await RuleOffice.open({ connection, labels, rootKeys: trust.rootKeys, now });
  office.openAgreements(await distributedOpenings(connection, now()));
  const pointKeys = trust.pointKeys();
  const points = new EnforcementPoints([...pointKeys.keys()].sort(), now);
  const { url, close } = await serveBundles({ feed: office, points, pointKeys, now });
  const questions = new QuestionReview(labels, () => apiSchemaOf(contract.supergraph));
  const askable = new AskableFields(contract.supergraph);
  return { url, office, points, questions, askable, issuers: trust.issuers, close };
}

/** The service behind a request. */
export const governanceOf = ({ service }: Pick<ServeContext, 'service'>): GovernanceService =>
  service as GovernanceService;

/** The office of rules behind a request. */
export const officeOf = (context: Pick<ServeContext, 'service'>): RuleOffice => governanceOf(context).office;

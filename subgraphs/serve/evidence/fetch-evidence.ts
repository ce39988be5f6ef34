import type { DecidedField } from '@pasarela/schema/access/decided-operation';
import { constantPart } from '@pasarela/schema/evidence/leaves/constant-part';
import { answerDigest } from '@pasarela/schema/evidence/leaves/digest';
import { type ContributionOfLeaf, LEAF_FORMAT, type OwnerLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { secretBytes } from '@pasarela/schema/evidence/leaves/secret-bytes';
import type { AppendedLeaf } from '@pasarela/schema/evidence/log/log-writer';
import { disclosureOf } from '@pasarela/schema/evidence/recording/disclosure-of';
import type { OwnersLeaf } from '@pasarela/schema/evidence/recording/evidence-header';
import { operationOfLeaf } from '@pasarela/schema/evidence/recording/operation-of-leaf';
import type { LabelTable } from '@pasarela/schema/labels/label';
import type { FragmentDefinitionNode, OperationDefinitionNode } from 'graphql';
import type { WithheldField } from '../oversight/withheld-fields';
import type { AnswerContributors } from './answer-contributors';
import { contributionsOf } from './contributions-of';
import { countValues } from './count-values';
import type { DisclosedRecords } from './disclosed-records';
import type { OwnerEvidence } from './owner-evidence';
import { type RequestOfEvidence, requestOfLeaf } from './request-of-leaf';

/** One fetch as evidence knows it. */
export interface FetchOfEvidence extends RequestOfEvidence {
  readonly records: DisclosedRecords;
  /** Whose records stand where in the answer; undefined but in joint domains. */
  readonly contributors?: AnswerContributors | undefined;
}

/** An operation that is about to be executed. */
export interface DecidedFetch {
  readonly operation: OperationDefinitionNode;
  readonly fragments: readonly FragmentDefinitionNode[];
  readonly fields: readonly DecidedField[];
  /** What they were decided on. */
  readonly labels: LabelTable;
}

/** What an operation came to. */
export interface ReplyOfFetch {
  readonly data?: unknown;
  readonly errors?: ReadonlyArray<{ readonly extensions?: Readonly<Record<string, unknown>> }>;
}

/** A batch of what is superseded, as a recipient heard it. */
export interface HeardBatch {
  /** The day of the batch. */
  readonly batch: string;
  readonly records: number;
  /** Of the keys that the recipient was told. */
  readonly digest: string;
}

const SALT_BYTES = 32;
const NO_ROWS: readonly never[] = [];
const NO_REFERENCES: string[] = constantPart([]);

/** The evidence of one fetch: before a mutation that it is about to be done, and of every answer before it goes. */
export class FetchEvidence {
  private decided: DecidedFetch | undefined;
  private intent: AppendedLeaf | undefined;
  private withheld: readonly WithheldField[] = [];

  constructor(
    private readonly owner: OwnerEvidence,
    private readonly fetch: FetchOfEvidence,
  ) {}

  /** Notes the owner's fields that were asked for and cut out before the fetch. */
  cutOut(withheld: readonly WithheldField[]): void {
    this.withheld = withheld;
  }

  /** INVARIANT: a mutation stands in the log before anything of it is done. @throws EVIDENCE_UNAVAILABLE. */
  async before(decided: DecidedFetch): Promise<void> {
    this.decided = decided;
    if (decided.operation.operation !== 'mutation') return;
    const coordinates = [...new Set(decided.fields.map(({ decision }) => decision.coordinate))].sort();
    this.intent = await this.owner.recorder.record({
      kind: 'MUTATION_INTENT',
      ...requestOfLeaf(this.fetch),
      operation: operationOfLeaf(decided.operation, decided.fragments),
      coordinates,
    });
  }

  /**
   * Records an answer; undefined where nothing goes out. The digest is of the body as it is sent.
   * @throws EVIDENCE_UNAVAILABLE.
   */
  async after(body: ReplyOfFetch, text: string): Promise<OwnersLeaf | undefined> {
    const { decided, intent } = this;
    if (!decided) return undefined;
    if (intent) await this.outcome(intent, body, text);
    if (body.data === undefined || body.data === null) return undefined;
    return this.named(await this.disclosure(decided, body.data, text));
  }

  /** Records that a recipient heard a batch of what is superseded. @throws EVIDENCE_UNAVAILABLE. */
  async acknowledge(heard: HeardBatch): Promise<void> {
    await this.owner.recorder.record({ kind: 'ACKNOWLEDGEMENT', ...requestOfLeaf(this.fetch), ...heard });
  }

  private async disclosure(decided: DecidedFetch, data: unknown, text: string): Promise<AppendedLeaf> {
    const { salts, recorder } = this.owner;
    const { operation, fragments, fields } = decided;
    const leaf: OwnerLeaf = {
      kind: 'OWNER_DISCLOSURE',
      ...requestOfLeaf(this.fetch),
      ...disclosureOf(fields, NO_ROWS),
      ...(this.withheld.length > 0 && { withheld: [...this.withheld] }),
      operation: operationOfLeaf(operation, fragments),
      answerDigest: answerDigest(text, secretBytes(SALT_BYTES)),
      records: this.fetch.records.isEmpty ? NO_REFERENCES : await salts.referencesOf(this.fetch.records.all()),
      counts: countValues(data, fields),
    };
    const { contributors } = this.fetch;
    if (!contributors) return recorder.record(leaf);
    return recorder.record({ ...leaf, contributions: await this.contributions(decided, data, contributors) });
  }

  private contributions(
    { fields, labels }: DecidedFetch,
    data: unknown,
    contributors: AnswerContributors,
  ): Promise<ContributionOfLeaf[]> {
    const { party } = this.fetch.requester;
    return contributionsOf({ data, fields, labels, contributors, party, withheld: this.withheld }, this.owner.salts);
  }

  private outcome(
    { index, leafHash }: AppendedLeaf,
    { data, errors }: ReplyOfFetch,
    text: string,
  ): Promise<AppendedLeaf> {
    const code = String(errors?.[0]?.extensions?.code ?? '') || null;
    return this.owner.recorder.record({
      kind: 'MUTATION_OUTCOME',
      format: LEAF_FORMAT,
      time: this.fetch.now().toISOString(),
      requestId: this.fetch.requestId,
      intent: { index, leafHash },
      outcome: code === null ? 'DONE' : code === 'INTERNAL' ? 'FAILED' : 'REFUSED',
      code,
      answerDigest: data ? answerDigest(text, secretBytes(SALT_BYTES)) : null,
      subgraphs: [],
    });
  }

  private named({ index, leafHash }: AppendedLeaf): OwnersLeaf {
    return { log: this.owner.recorder.name, index, leafHash };
  }
}

import type { QueryPlan } from '@apollo/query-planner';
import type { DecidedOperation } from '@pasarela/schema/access/decided-operation';
import type { Decider } from '@pasarela/schema/access/decider';
import type { DeprecationNotice } from '@pasarela/schema/access/deprecation-notice';
import type { Notice } from '@pasarela/schema/access/notice';
import type { ErrorCode, ErrorDetails } from '@pasarela/schema/errors';
import type { AppendedLeaf } from '@pasarela/schema/evidence/log/log-writer';
import type { Receipt } from '@pasarela/schema/evidence/receipts/receipt';
import type { OwnersLeaf } from '@pasarela/schema/evidence/recording/evidence-header';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { Language } from '@pasarela/schema/localized-text';
import type { DocumentNode, FragmentDefinitionNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';

/** What arrived over HTTP, read but not believed. */
export interface Received {
  readonly requestId: string;
  readonly receivedAt: Date;
  /** What was asked, as a proof of a bound token must name it: `POST` and `/graphql`. */
  readonly endpoint: { readonly method: string; readonly path: string };
  readonly language: Language;
  readonly authorization: string | undefined;
  /** The header DPoP: that the client holds the key of its token. */
  readonly proof: string | undefined;
  /** Set by the gateway itself alone, for the further pages of an export: its client proved at the start that it holds the key. */
  readonly possession?: 'PROVEN';
  readonly purposeText: string | undefined;
  readonly caseReference: string | undefined;
  /** `x-withheld: errors`: notices go into `errors` too. */
  readonly noticesAsErrors: boolean;
  /** `x-dry-run: true`: decide and plan, fetch nothing. */
  readonly dryRun: boolean;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly operationName: string | undefined;
}

/** Who asks is known, and for what. */
export interface Authenticated extends Received {
  readonly token: string;
  readonly requester: Requester;
  readonly purpose: Purpose;
}

/** The document is valid in the schema of this requester, and within limits. */
export interface Parsed extends Authenticated {
  readonly decider: Decider;
  /** The schema as this requester may know it; introspection is answered from it, and it is made for that alone. */
  readonly view: () => GraphQLSchema;
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Coerced. */
  readonly coercedVariables: Readonly<Record<string, unknown>>;
}

/** Every field is decided; what is withheld is gone from the operation. Many requests have what was decided together. */
export interface Authorized extends Parsed {
  readonly decided: DecidedOperation;
  readonly notices: readonly Notice[];
  /** The fields among what is answered that are about to go. */
  readonly deprecations: readonly DeprecationNotice[];
  /** How many objects the answer may hold. */
  readonly cost: number;
}

/** How the pruned operation will be fetched; `null` when there is nothing to fetch. */
export interface Planned extends Authorized {
  readonly pruned: { readonly document: DocumentNode; readonly text: string };
  readonly plan: QueryPlan | null;
  readonly subgraphs: readonly string[];
}

/** A part of the answer that could not be had: the catalogue's code and where. */
export interface Problem {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  readonly path: ReadonlyArray<string | number> | undefined;
  /** Where the answer may be blank by it, lists as `@`, when a whole fetch failed. */
  readonly paths?: readonly string[];
}

/** A mutation stands in the evidence before it is done; of a query there is nothing yet. */
export interface Intended extends Planned {
  readonly intent: AppendedLeaf | undefined;
}

/** What the subgraphs answered, merged, in the shape of the question. */
export interface Fetched extends Intended {
  /** The data as JSON, in the bytes that go to the evidence and to whoever asked. */
  readonly dataBytes: Buffer;
  readonly problems: readonly Problem[];
  /** The leaves of the owners' own logs under which their answers stand. */
  readonly leaves: readonly OwnersLeaf[];
}

/** The answer is in the evidence, on the disk. */
export interface Recorded extends Fetched {
  readonly receipt: Receipt & { readonly answerSalt: string };
}

/** What goes back. */
export interface Answered {
  readonly status: number;
  /** How to authenticate, where that is what is missing. */
  readonly challenge?: string;
  readonly body: Readonly<Record<string, unknown>>;
  /** The body as JSON, where it is written already. */
  readonly bytes?: Buffer;
}

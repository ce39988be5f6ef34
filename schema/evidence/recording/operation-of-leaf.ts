import { type DocumentNode, type FragmentDefinitionNode, Kind, type OperationDefinitionNode } from 'graphql';
import { constantPart } from '../leaves/constant-part';
import { digestOf } from '../leaves/digest';
import { normaliseOperation } from '../leaves/normalise-operation';

/** An operation as evidence keeps it: without anything that its author put in. */
export interface LeafOperation {
  readonly digest: string;
  readonly text: string;
}

const known = new WeakMap<OperationDefinitionNode, LeafOperation>();

/** What a leaf says of an operation; worked out once for each parsed document. INVARIANT: the operation was validated. */
export function operationOfLeaf(
  operation: OperationDefinitionNode,
  fragments: Iterable<FragmentDefinitionNode>,
): LeafOperation {
  const kept = known.get(operation);
  if (kept) return kept;
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...fragments] };
  const text = normaliseOperation(document);
  const made = constantPart({ digest: digestOf(text), text });
  known.set(operation, made);
  return made;
}

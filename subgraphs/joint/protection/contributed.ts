import type { Requester } from '@pasarela/schema/identity/requester';
import { Sensitivity } from '@pasarela/serve/domain/labels';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Field, ID, ObjectType } from 'type-graphql';

/** What every contributed record says of itself to whoever may know that it exists. */
@ObjectType()
export abstract class Contributed {
  @Field(() => ID, { description: 'Opaque; another one for each partner, agreement, purpose and quarter.' })
  @Sensitivity('PUBLIC')
  id!: string;

  @Field(() => String, { description: 'The dataset; a synthetic one begins with SYNTHETIC.' })
  @Sensitivity('PUBLIC')
  dataset!: string;

  @Field(() => String, { description: 'The party that contributed the record, and whose rules decide it.' })
  @Sensitivity('PUBLIC')
  contributedBy!: string;
}

/** A contributed record as the store holds it. `_id` is scattered, and tells nothing. */
export interface ContributedDocument {
  _id: string;
  dataset: string;
  contributedBy: string;
}

/** The type of which a contributed record is answered. */
type Made<Node> = new () => Node;

/**
 * Answers stored records of a type in the requester's own order, each with the record on which rules are decided.
 *
 * INVARIANT: what goes out of a document is `id`, `dataset`, `contributedBy` and what `fieldsOf` names.
 */
export function contributed<Document extends ContributedDocument, Node extends Contributed>(
  type: Made<Node>,
  documents: readonly Document[],
  { ids, fieldsOf }: { ids: ServeContext['ids']; fieldsOf: (document: Document) => Omit<Node, keyof Contributed> },
): Node[] {
  return ids
    .inOrder(type.name, documents, ({ _id }) => _id)
    .map((document) => {
      const { _id, dataset, contributedBy } = document;
      const made = { id: ids.seal(type.name, _id), dataset, contributedBy, ...fieldsOf(document) };
      return withRecord(Object.assign(new type(), made), document);
    });
}

/** The dataset of what somebody reports. INVARIANT: what a development issuer's people report is SYNTHETIC too. */
export const datasetReportedBy = ({ issuer }: Pick<Requester, 'issuer'>, what: string): string =>
  `${isOfDevelopment(issuer) ? 'SYNTHETIC ' : ''}${what} as reported through the exchange`;

/** No issuer in use has a name under .invalid (RFC 2606). */
const isOfDevelopment = (issuer: string): boolean =>
  !URL.canParse(issuer) || new URL(issuer).hostname.endsWith('.invalid');

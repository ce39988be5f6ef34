import type { Signed } from '@pasarela/schema/rule-bundles/signed';
import { type Connection, type Model, Schema } from 'mongoose';

/** One published part of an owner, as it was signed. Parts are added and never changed. */
export interface PublishedPart {
  /** `OWNER:number`: two publications of one number cannot both stand. */
  readonly _id: string;
  readonly owner: string;
  readonly number: number;
  /** The signed part as JSON. */
  readonly signed: string;
  /** ISO instant. */
  readonly publishedAt: string;
  /** Who published it; empty for the first part of an owner. */
  readonly publishedBy: string;
  /** The draft that it was, if it was one. */
  readonly draft: string | null;
}

const schema = new Schema<PublishedPart>(
  {
    _id: String,
    owner: String,
    number: Number,
    signed: String,
    publishedAt: String,
    publishedBy: String,
    draft: String,
  },
  { collection: 'published_parts', versionKey: false, autoIndex: false },
);
schema.index({ owner: 1, number: 1 });

/** A part that is about to be published. */
export interface PartToPublish extends Pick<PublishedPart, 'owner' | 'number' | 'publishedBy' | 'draft'> {
  readonly signed: Signed;
  readonly now: Date;
}

/** How a part is kept once it is published. */
export const publishedPart = ({ owner, number, signed, now, publishedBy, draft }: PartToPublish): PublishedPart => ({
  _id: `${owner}:${number}`,
  owner,
  number,
  signed: JSON.stringify(signed),
  publishedAt: now.toISOString(),
  publishedBy,
  draft,
});

/** The published parts on a connection. */
export function publishedPartModel(connection: Connection): Model<PublishedPart> {
  const known = connection.models.PublishedPart as Model<PublishedPart> | undefined;
  return known ?? connection.model<PublishedPart>('PublishedPart', schema);
}

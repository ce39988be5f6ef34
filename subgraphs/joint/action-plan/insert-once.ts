import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import type { Model, QueryFilter } from 'mongoose';
import type { ReportedRecord } from './community-record.model';

/** What a party reports, before it is said who reported it and when. */
export interface Report<Row extends ReportedRecord> {
  readonly model: Model<Row>;
  readonly clientKey: string;
  readonly place: string;
  /** What the record says; with the place, the input that a retry must repeat. */
  readonly says: Omit<Row, keyof ReportedRecord>;
}

/** Writes a record in the name of the requester's party, once for a client key. @returns what stands under the key. */
export async function insertOnce<Row extends ReportedRecord>(
  { model, clientKey, place, says }: Report<Row>,
  { requester, now }: ServeContext,
): Promise<Row> {
  checkClientKey(clientKey);
  const requestKey = requestKeyOf(clientKey, requester);
  const requestInput = JSON.stringify([place, says]);
  const written = async (): Promise<Row | null> => {
    const row = await model.findOne({ requestKey } as QueryFilter<Row>).lean<Row>();
    checkSameInput(row, requestInput);
    return row;
  };
  const known = await written();
  if (known) return known;
  const reported: ReportedRecord = {
    contributedBy: requester.party,
    place,
    at: now.toISOString(),
    byAgency: requester.agency,
    author: requester.id,
    requestKey,
    requestInput,
  };
  const row = { ...says, ...reported } as unknown as Row;
  try {
    await model.create(row);
    return row;
  } catch (error) {
    const first = isDuplicateKey(error) ? await written() : null;
    if (!first) throw error;
    return first;
  }
}

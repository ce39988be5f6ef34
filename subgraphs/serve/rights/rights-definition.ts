import type { Connection } from 'mongoose';
import type { ClassType } from 'type-graphql';
import type { OpaqueIds } from '../domain/opaque-ids';
import type { RightsLaw } from './rights-law';

/** With what one record is read for a requester. */
export interface RecordReader {
  /** The domain's own store. */
  readonly connection: Connection;
  readonly ids: OpaqueIds;
}

/** Which records of a domain are of persons, and by which law their owner answers them. */
export interface RightsDefinition {
  /** Begins the names of its fields and types: `DarienFlow`. */
  readonly name: string;
  readonly party: string;
  readonly law: RightsLaw;
  /** The record type, as it is shown to whoever asks for it. */
  readonly recordType: () => ClassType<object>;
  readonly type: string;
  /**
   * The field, as Type.field, whose pseudonym is what others know a record by: where it has no opaque id of its own,
   * being kept within another record. None unless given.
   */
  readonly keyField?: string;
  /** The types of what is told within a record, its own among them. */
  readonly types: readonly string[];
  /** One record by the owner's own id, as the requester gets it: the same object that its lists answer. */
  find(id: string, reader: RecordReader): Promise<object | null>;
  /** Whether the owner keeps such a record. */
  holds(id: string, connection: Connection): Promise<boolean>;
  /** Deletes a record, or blanks all of it but what the law keeps. Done again, it changes nothing. */
  erase(id: string, connection: Connection): Promise<void>;
}

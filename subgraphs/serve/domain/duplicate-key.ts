import { mongo } from 'mongoose';

/** Whether a write failed because a unique index holds its key already: somebody else was first. */
export const isDuplicateKey = (error: unknown): boolean =>
  error instanceof mongo.MongoServerError && error.code === 11000;

import type { Document } from './canonical-document';
import { unsupported } from './unsupported';

// Either about the network and the server, which are not here, or read by mongoose before the driver is called.
const HARMLESS = new Set([
  'allowDiskUse',
  'batchSize',
  'bypassDocumentValidation',
  'comment',
  'cursor',
  'j',
  'journal',
  'maxTimeMS',
  'noCursorTimeout',
  'readConcern',
  'readPreference',
  'timeoutMS',
  'w',
  'writeConcern',
  'wtimeout',
  'wtimeoutMS',
  'checkKeys',
  'cloneUpdate',
  'lean',
  'middleware',
  'multi',
  'multipleCastError',
  'new',
  'overwriteDiscriminatorKey',
  'overwriteImmutable',
  'populate',
  'rawResult',
  'returnOriginal',
  'runValidators',
  'sanitizeFilter',
  'setDefaultsOnInsert',
  'skipTimestamps',
  'skipValidation',
  'strict',
  'strictQuery',
  'throwOnValidationError',
  'timestamps',
  'translateAliases',
  'updatePipeline',
  'useMongooseAggCursor',
  'validateBeforeSave',
  'requireFilter',
  '_skipCastBulkWrite',
]);

/** Refuses, by name, every option that an operation does not read and that could change its outcome. */
export function checkOptions(operation: string, options: Document | undefined, known: readonly string[]): Document {
  for (const [name, value] of Object.entries(options ?? {})) {
    const matters = value !== undefined && value !== null && value !== false;
    if (matters && !HARMLESS.has(name) && !known.includes(name)) unsupported(`the option ${name} of ${operation}`);
  }
  return options ?? {};
}

/** The refusal of whatever the embedded store does not do; MongoDB itself may well do it. */
export class UnsupportedError extends Error {
  override readonly name = 'EmbeddedUnsupportedError';
  readonly code = 'EMBEDDED_UNSUPPORTED';

  constructor(
    readonly operation: string,
    advice = 'set MONGODB_URI to use MongoDB',
  ) {
    super(`EMBEDDED_UNSUPPORTED: the embedded store does not do ${operation}; ${advice}`);
  }
}

/** Refuses an operation, operator or option by its name. */
export function unsupported(operation: string): never {
  throw new UnsupportedError(operation);
}

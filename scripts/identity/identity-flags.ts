/** What a command was called with. */
export interface IdentityFlags {
  readonly as?: string;
  readonly tokenFile?: string;
  readonly url?: string;
  readonly party?: string;
  readonly case?: string;
  readonly asked?: string;
  readonly document?: string;
  readonly key?: string;
  readonly details?: string;
  readonly fields?: string;
  readonly hitVersion?: string;
}

/** @throws one line that says what to give. */
export function needed(given: string | undefined, flag: string): string {
  if (!given) throw new Error(`${flag} is needed / falta ${flag}`);
  return given;
}

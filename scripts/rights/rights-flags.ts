/** What a command was called with. */
export interface RightsFlags {
  readonly domain?: string;
  readonly as?: string;
  readonly tokenFile?: string;
  readonly purpose?: string;
  readonly url?: string;
  readonly kind?: string;
  /** False where it was said that nothing was found. */
  readonly record?: string | false;
  readonly received?: string;
  readonly within?: string;
  readonly caseVersion?: string;
  readonly note?: string;
  readonly ground?: string;
  readonly office?: boolean;
  readonly what?: string;
  readonly after?: string;
  readonly html?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

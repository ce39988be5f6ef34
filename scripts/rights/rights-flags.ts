/** What a command was called with. */
export interface RightsFlags {
  readonly domain?: string;
  readonly as?: string;
  readonly tokenFile?: string;
  readonly purpose?: string;
  readonly url?: string;
  readonly kind?: string;
  readonly record?: string;
  readonly received?: string;
  readonly within?: string;
  readonly caseVersion?: string;
  readonly note?: string;
  readonly what?: string;
  readonly after?: string;
  readonly html?: boolean;
  readonly json?: boolean;
  readonly csv?: boolean;
}

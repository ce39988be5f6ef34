/** A gateway as it is measured: a line of the report. */
export interface GatewayRow {
  readonly name: string;
  /** One of ours: its subgraphs verify, or a gateway that verifies nothing. */
  readonly subgraphs: 'plain' | 'verifying';
  /** Coordinates that its rules withhold. */
  readonly withheld?: readonly string[];
  /** Whether it is asked with people's tokens. */
  readonly tokens: boolean;
  /** Whether it is a package of the peers' own workspace. */
  readonly peer: boolean;
  /** What is said of it in the report. */
  readonly note: string;
  /** Writes what it needs, and says how it is started. */
  prepare(place: RowPlace): Promise<GatewayCommand> | GatewayCommand;
}

/** What a row is started in. */
export interface RowPlace {
  /** A folder of its own. */
  readonly directory: string;
  readonly port: number;
  /** Of the subgraphs, by name. */
  readonly addresses: Readonly<Record<string, string>>;
  /** The data directory in which the keys were made. */
  readonly keysDirectory: string;
}

/** How a gateway is started. */
export interface GatewayCommand {
  readonly command: string;
  readonly words: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
}

/** An enforcement point, as far as its rules are concerned. */
export interface RulesOfPoint {
  /** The gateway's name or a subgraph's. */
  readonly name: string;
  /** Reports what is wrong with rules. */
  warn(details: Readonly<Record<string, string | number>>, message: string): void;
}

/** What a gateway of ours is run with. */
export interface PasarelaSettings {
  readonly dataDirectory: string;
  readonly rulesDirectory: string;
  /** Of the subgraphs, by name. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly port: number;
  /** Where the contract stands as files; the benchmark's own, composed at the start, unless given. */
  readonly contractDirectory?: string | undefined;
  /** Off: as the product does everything, but without deciding. */
  readonly rules: 'on' | 'off';
}

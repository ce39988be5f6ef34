/** What a gateway of ours is run with. */
export interface PasarelaSettings {
  readonly dataDirectory: string;
  readonly rulesDirectory: string;
  /** Of the subgraphs, by name. */
  readonly addresses: Readonly<Record<string, string>>;
  readonly port: number;
  /** Off: as the product does everything, but without deciding. */
  readonly rules: 'on' | 'off';
}

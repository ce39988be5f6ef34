/** A leaf that somebody was told of: its number and its hash. */
export interface ReceivedLeaf {
  readonly index: number;
  readonly leafHash: Buffer;
}

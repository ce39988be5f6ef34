/** A tree at one size: all that its root stands for. */
export interface TreeHead {
  readonly size: number;
  readonly root: Buffer;
}

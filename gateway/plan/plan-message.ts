/** What a planning thread says: that it is ready, then to each text that it is sent one plan or one fault. */
export type PlanMessage =
  | { readonly kind: 'READY' }
  /** The plan as JSON: it is read once, and its length is what it takes to keep it. */
  | { readonly kind: 'PLAN'; readonly json: string }
  /** A fault of ours; its message could name what was asked for, and stays in the thread. */
  | { readonly kind: 'FAULT'; readonly name: string; readonly stack: string };

/** What a planning thread is started with. */
export interface PlanningThreadData {
  readonly supergraphSdl: string;
}

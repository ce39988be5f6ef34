import { type intentLeaf, outcomeLeaf } from '@pasarela/schema/evidence/leaves/leaf';
import { sequenceIn } from '@pasarela/schema/evidence/leaves/leaf-text';
import type { InspectionListener } from '@pasarela/schema/evidence/verification/inspect-log';
import type { z } from 'zod';

/** A change that was about to be done, and its leaf. */
export type UnfinishedChange = z.infer<typeof intentLeaf> & { readonly leaf: number };

const INTENT = Buffer.from('"kind":"MUTATION_INTENT"');
const OUTCOME = Buffer.from('"kind":"MUTATION_OUTCOME"');
const pointer = outcomeLeaf.pick({ intent: true }).loose();

/** Hears the leaves of a log in their order, and keeps the intents that no outcome points to. */
export class OpenIntents implements InspectionListener {
  private readonly intents = new Map<number, UnfinishedChange>();

  async segmentStart(): Promise<void> {}

  leaf(line: Buffer): void {
    if (line.includes(INTENT)) this.begin(line);
    else if (line.includes(OUTCOME)) this.intents.delete(pointer.parse(JSON.parse(line.toString())).intent.index);
  }

  /** The intents without outcome, in the order of the log. */
  get open(): UnfinishedChange[] {
    return [...this.intents.values()];
  }

  private begin(line: Buffer): void {
    const leaf = sequenceIn(line);
    if (leaf !== undefined) this.intents.set(leaf, { ...JSON.parse(line.toString()), leaf });
  }
}

import { z } from 'zod';
import { type RestorationLeaf, type RetentionLeaf, restorationLeaf, retentionLeaf } from '../leaves/leaf';

/** What a log says of its own leaves, and the number of the leaf that says it. */
export type StatedRetention = RetentionLeaf & { readonly leaf: number };
/** From which copy a log says that it goes on. */
export type StatedRestoration = RestorationLeaf & { readonly leaf: number };

const added = { sequence: z.int().min(0), blind: z.string() };
const writtenRetention = retentionLeaf.extend(added);
const writtenRestoration = restorationLeaf.extend(added);

/** The retention that a line states; undefined, dropping nothing, when it states none. */
export function statedRetention(line: Buffer): StatedRetention | undefined {
  const read = attempt(line, writtenRetention);
  if (!read || read.firstDropped >= read.firstKept || read.firstKept > read.sequence) return undefined;
  const { sequence: leaf, blind, ...stated } = read;
  return { ...stated, leaf };
}

/** The restoration that a line states; undefined when it states none. */
export function statedRestoration(line: Buffer): StatedRestoration | undefined {
  const read = attempt(line, writtenRestoration);
  if (
    !read ||
    read.firstLost !== read.sequence ||
    read.lastKnown.size < read.firstLost ||
    read.signedBefore > read.firstLost
  )
    return undefined;
  const { sequence: leaf, blind, ...stated } = read;
  return { ...stated, leaf };
}

function attempt<Form extends z.ZodType>(line: Buffer, form: Form): z.infer<Form> | undefined {
  try {
    return form.safeParse(JSON.parse(line.toString('utf8'))).data;
  } catch {
    return undefined;
  }
}

import { retentionLeaf } from '../leaves/leaf';

/** The first leaf that is kept, as a retention leaf states it; 0, dropping nothing, when the line is none. */
export function statedRetention(line: Buffer): number {
  try {
    return retentionLeaf.loose().parse(JSON.parse(line.toString('utf8'))).firstKept;
  } catch {
    return 0;
  }
}

/** What a log may hold of a fault: its name and where it arose. Its message could hold a value, so it stays out. */
export function faultDetails(error: unknown): { fault: string; at: string } {
  if (!(error instanceof Error)) return { fault: 'unknown', at: '' };
  const frame = error.stack?.split('\n').find((line) => FRAME.test(line)) ?? '';
  return { fault: error.name, at: frame.trim() };
}

/** A line of a stack; a message of several lines may have one that begins alike. */
const FRAME = /^ {4}at .*:\d+:\d+\)?$/;

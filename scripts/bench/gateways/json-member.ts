const [QUOTE, BACKSLASH, COMMA, COLON] = [0x22, 0x5c, 0x2c, 0x3a];
const OPENING: readonly number[] = [0x7b, 0x5b];
const CLOSING: readonly number[] = [0x7d, 0x5d];

/** Where a value stands in a text: its first byte, and the one after its last. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Where the value of a member of a JSON object stands. The text is JSON: nothing else is checked here. */
export function memberOf(json: Buffer, name: string): Span | undefined {
  let at = json.indexOf(OPENING[0] as number) + 1;
  while (at > 0 && at < json.length) {
    const key = json.indexOf(QUOTE, at);
    if (key < 0) return undefined;
    const keyEnd = endOfText(json, key);
    const from = json.indexOf(COLON, keyEnd) + 1;
    const to = endOfValue(json, from);
    if (json.toString('utf8', key + 1, keyEnd - 1) === name) return trimmed(json, { from, to });
    at = to + 1;
  }
  return undefined;
}

/** The place after a value that begins at or after a place: that of its comma, or of what closes what it is in. */
function endOfValue(json: Buffer, start: number): number {
  let depth = 0;
  for (let at = start; at < json.length; at += 1) {
    const byte = json[at] as number;
    if (byte === QUOTE) at = endOfText(json, at) - 1;
    else if (OPENING.includes(byte)) depth += 1;
    else if (depth === 0 && (byte === COMMA || CLOSING.includes(byte))) return at;
    else if (CLOSING.includes(byte)) depth -= 1;
  }
  return json.length;
}

/** The place after a text's closing quote. */
function endOfText(json: Buffer, quote: number): number {
  for (let at = quote + 1; at < json.length; at += 1) {
    if (json[at] === BACKSLASH) at += 1;
    else if (json[at] === QUOTE) return at + 1;
  }
  return json.length;
}

function trimmed(json: Buffer, { from, to }: Span): Span {
  const isSpace = (at: number) => (json[at] as number) <= 0x20;
  let [first, last] = [from, to];
  while (first < last && isSpace(first)) first += 1;
  while (last > first && isSpace(last - 1)) last -= 1;
  return { from: first, to: last };
}

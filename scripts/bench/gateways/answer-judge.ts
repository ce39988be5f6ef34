import { firstDifference } from './first-difference';
import { memberOf } from './json-member';

/** Answers whose beginnings are kept; more different ones are compared whole, each time. */
const MOST_KNOWN = 256;
const CLOSE = 0x7d;
const COMMA = 0x2c;

/**
 * Compares answers with what they have to be, every one of them. That an answer's data is equal is established once for
 * each string of bytes; an answer that begins with these very bytes is equal too.
 */
export class AnswerJudge {
  /** Beginnings of answers up to the end of their data, which was found equal; the last met first. */
  private readonly known: Buffer[] = [];
  /** How many answers were read and compared value by value. */
  compared = 0;

  constructor(private readonly expected: unknown) {}

  /** What is wrong with an answer's body; undefined when it is what it has to be. */
  faultOf(body: Buffer): string | undefined {
    return this.isKnown(body) ? undefined : this.compare(body);
  }

  private isKnown(body: Buffer): boolean {
    const place = this.known.findIndex((beginning) => begins(body, beginning));
    if (place > 0) this.known.unshift(...this.known.splice(place, 1));
    return place >= 0;
  }

  private compare(body: Buffer): string | undefined {
    this.compared += 1;
    const answer = parsed(body);
    if (!answer) return `no JSON object: ${body.toString('utf8', 0, 200)}`;
    if (answer.errors !== undefined) return `errors: ${JSON.stringify(answer.errors).slice(0, 300)}`;
    const different = firstDifference(answer.data, this.expected);
    if (different) return `other data than the reference, first at ${different}`;
    const data = memberOf(body, 'data');
    if (data && this.known.length < MOST_KNOWN) this.known.unshift(Buffer.from(body.subarray(0, data.to)));
    return undefined;
  }
}

/** INVARIANT: after the data nothing but extensions may come: errors there would not be seen. */
function begins(body: Buffer, beginning: Buffer): boolean {
  const { length } = beginning;
  if (body.length <= length || beginning.compare(body, 0, length) !== 0) return false;
  if (body.length === length + 1) return body[length] === CLOSE;
  const rest = body[length] === COMMA && parsed(Buffer.from(`{${body.toString('utf8', length + 1)}`));
  return rest ? Object.keys(rest).join() === 'extensions' : false;
}

function parsed(body: Buffer): { readonly data?: unknown; readonly errors?: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(body.toString('utf8'));
    return typeof value === 'object' && value !== null ? value : undefined;
  } catch {
    return undefined;
  }
}

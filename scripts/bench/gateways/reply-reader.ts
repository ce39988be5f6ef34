const HEAD_END = Buffer.from('\r\n\r\n');
const LINE_END = Buffer.from('\r\n');

/** A reply over HTTP/1.1. */
export interface HttpReply {
  readonly status: number;
  readonly body: Buffer;
}

interface Head {
  readonly status: number;
  /** Where the body begins. */
  readonly bodyAt: number;
  /** Undefined where the body comes in chunks. */
  readonly length: number | undefined;
}

/** Puts the replies of one connection together, which come one after the other. */
export class ReplyReader {
  private parts: Buffer[] = [];
  private size = 0;
  private head: Head | undefined;

  /** Takes what arrived; a reply once it is whole. @throws where a reply is not what HTTP/1.1 says. */
  take(part: Buffer): HttpReply | undefined {
    this.parts.push(part);
    this.size += part.length;
    this.head ??= readHead(this.joined());
    const { head } = this;
    if (!head || (head.length !== undefined && this.size < head.bodyAt + head.length)) return undefined;
    const bytes = this.joined();
    const body = head.length === undefined ? chunkedBody(bytes, head.bodyAt) : bytes.subarray(head.bodyAt);
    if (!body) return undefined;
    this.parts = [];
    this.size = 0;
    this.head = undefined;
    return { status: head.status, body };
  }

  private joined(): Buffer {
    if (this.parts.length > 1) this.parts = [Buffer.concat(this.parts, this.size)];
    return this.parts[0] as Buffer;
  }
}

function readHead(bytes: Buffer): Head | undefined {
  const end = bytes.indexOf(HEAD_END);
  if (end < 0) return undefined;
  const text = bytes.toString('latin1', 0, end);
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(text)?.[1]);
  const length = /\r\ncontent-length: *(\d+)/i.exec(text)?.[1];
  const isChunked = /\r\ntransfer-encoding: *chunked/i.test(text);
  if (!status || (length === undefined && !isChunked)) throw new Error('A reply that HTTP/1.1 does not know.');
  return { status, bodyAt: end + HEAD_END.length, length: isChunked ? undefined : Number(length) };
}

/** The body of all chunks; undefined until the last of them is there. */
function chunkedBody(bytes: Buffer, start: number): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (let at = start; ; ) {
    const line = bytes.indexOf(LINE_END, at);
    if (line < 0) return undefined;
    const length = Number.parseInt(bytes.toString('latin1', at, line), 16);
    const from = line + LINE_END.length;
    if (bytes.length < from + length + LINE_END.length) return undefined;
    if (length === 0) return chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
    chunks.push(bytes.subarray(from, from + length));
    at = from + length + LINE_END.length;
  }
}

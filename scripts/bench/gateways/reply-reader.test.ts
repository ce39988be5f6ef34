import { ReplyReader } from './reply-reader';

const WHOLE = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello');
const CHUNKED = Buffer.from('HTTP/1.1 503 No\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n');

/** Hands a reply over in parts of a size. */
function read(reader: ReplyReader, bytes: Buffer, size: number) {
  for (let at = 0; at < bytes.length; at += size) {
    const reply = reader.take(bytes.subarray(at, at + size));
    if (reply) return { status: reply.status, body: reply.body.toString(), at: Math.min(at + size, bytes.length) };
  }
  return undefined;
}

describe('ReplyReader', () => {
  it.each([1, 2, 7, 1000])('puts replies together that come in parts of %i bytes, one after the other', (size) => {
    const reader = new ReplyReader();
    expect(read(reader, WHOLE, size)).toEqual({ status: 200, body: 'hello', at: WHOLE.length });
    expect(read(reader, CHUNKED, size)).toEqual({ status: 503, body: 'hello', at: CHUNKED.length });
    expect(read(reader, WHOLE, size)?.body).toBe('hello');
  });

  it('does not take a reply that is cut off for a whole one', () => {
    expect(read(new ReplyReader(), WHOLE.subarray(0, -1), 4)).toBeUndefined();
    expect(read(new ReplyReader(), CHUNKED.subarray(0, -1), 4)).toBeUndefined();
  });

  it('refuses a reply without a length', () => {
    expect(() => new ReplyReader().take(Buffer.from('HTTP/1.1 200 OK\r\n\r\n'))).toThrow('HTTP/1.1');
  });
});

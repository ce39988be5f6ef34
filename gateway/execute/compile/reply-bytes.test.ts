import fc from 'fast-check';
import { ReplyBytes } from './reply-bytes';

type Reader = 'string' | 'number' | 'boolean' | 'scalar';

/** What stands in a text, if it is of the kind and nothing stands behind it. */
function readAll(text: string | Buffer, reader: Reader): unknown {
  const reply = new ReplyBytes(Buffer.from(text as string));
  const value = reply[reader]();
  return reply.at === reply.bytes.length ? value : undefined;
}

function parsed(text: string | Buffer): unknown {
  try {
    return JSON.parse(text.toString());
  } catch {
    return undefined;
  }
}

describe('the bytes of a reply', () => {
  it('hold every string as JSON does', () => {
    const texts = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(texts, (text) => {
        expect(readAll(JSON.stringify(text), 'string')).toBe(text.isWellFormed() ? text : parsed(JSON.stringify(text)));
      }),
      { seed: 1, numRuns: 1000 },
    );
  });

  it('hold no string that JSON does not take, and none otherwise than JSON reads it', () => {
    const pieces = fc.constantFrom('"', '\\', '\\u00', '\\n', '4', 'a', '\n', '\u0001', '\u007f', 'é', '\ufeff');
    const bytes = fc.tuple(fc.array(pieces, { maxLength: 6 }), fc.uint8Array({ maxLength: 3 }));
    fc.assert(
      fc.property(bytes, ([texts, more]) => {
        const text = Buffer.concat([Buffer.from(`"${texts.join('')}`), more, Buffer.from('"')]);
        const value = parsed(text);
        expect(readAll(text, 'string')).toBe(typeof value === 'string' ? value : undefined);
      }),
      { seed: 1, numRuns: 5000 },
    );
  });

  it('hold numbers as JSON does, and nothing else for one', () => {
    const written = fc.oneof(
      fc.double().map((value) => String(value)),
      fc.maxSafeInteger().map((value) => String(value)),
      fc.array(fc.constantFrom(...'0123456789-+.eE'), { maxLength: 8 }).map((characters) => characters.join('')),
    );
    fc.assert(
      fc.property(written, (text) => {
        expect(readAll(text, 'number')).toBe(parsed(text));
      }),
      { seed: 1, numRuns: 5000 },
    );
    for (const text of ['-0', '0', '007', '1e400', '123456789012345678901', '-', ' 1', '1 '])
      expect(readAll(text, 'number')).toBe(text.trim() === text ? parsed(text) : undefined);
  });

  it('hold truth values, and scalars of any kind', () => {
    expect(['true', 'false', 'tru', 'truth', 'null'].map((text) => readAll(text, 'boolean'))).toEqual([
      true,
      false,
      undefined,
      undefined,
      undefined,
    ]);
    expect(['"a"', '1.5', 'true', 'null', '{}', '[]', ''].map((text) => readAll(text, 'scalar'))).toEqual([
      'a',
      1.5,
      true,
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('give an object again only for the same bytes under the same key at the same place', () => {
    const [short, long] = ['{"id":"1"}', `{"id":"1","text":"${'a'.repeat(100)}"}`];
    for (const text of [short, long]) {
      const reply = new ReplyBytes(Buffer.from(`${text}${text}${text.slice(0, -1)},${text.slice(0, -2)}`));
      const first = {};
      reply.at = text.length;
      reply.keep(0, '1', first, 0);
      expect(reply.again(0, '1', text.length)).toBe(first);
      expect(reply.at).toBe(2 * text.length);
      expect(reply.again(0, '2', text.length)).toBeUndefined();
      expect(reply.again(1, '1', text.length)).toBeUndefined();
      expect(reply.again(0, '1', 2 * text.length)).toBeUndefined();
      expect(reply.again(0, '1', 3 * text.length)).toBeUndefined();
    }
  });
});

/** What JSON does not write as it is: https://www.rfc-editor.org/rfc/rfc8259#section-7, and halves of surrogate pairs. */
const WRITTEN_OTHERWISE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as JSON. */
export const quote = (text: string): string => (WRITTEN_OTHERWISE.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Any value that came as JSON, as JSON. */
export const jsonOf = (value: unknown): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

/** More than the bytes of any one character of UTF-8. */
const ROOM = 4;

/** A text's bytes in UTF-8. */
export function utf8Of(text: string): Buffer {
  // As many bytes as characters, and room for one more: only a text of ASCII alone takes up no more than the first of
  // these, and is spared being measured before it is written.
  const bytes = Buffer.allocUnsafeSlow(text.length + ROOM);
  return bytes.write(text) === text.length ? bytes.subarray(0, text.length) : Buffer.from(text);
}

/** What was read of texts to have them in one piece: were it not kept, the engine would find that nothing need be read. */
const read = { first: 0 };

/** A text in one piece: one that was put together of many and stands at many places is gone through once. */
export function flat(text: string): string {
  // Reading a character is what makes the engine put the pieces together.
  read.first = text.charCodeAt(0);
  return text;
}

/** What JSON does not write as it is: https://www.rfc-editor.org/rfc/rfc8259#section-7, and halves of surrogate pairs. */
const WRITTEN_OTHERWISE = /[^ !#-[\]-\ud7ff\ue000-\uffff]/;

/** A text as JSON. */
export const quote = (text: string): string => (WRITTEN_OTHERWISE.test(text) ? JSON.stringify(text) : `"${text}"`);

/** Any value that came as JSON, as JSON. */
export const jsonOf = (value: unknown): string => (typeof value === 'string' ? quote(value) : JSON.stringify(value));

/** A text in one piece: one that was put together of many and stands at many places is gone through once. */
export function flat(text: string): string {
  // Reading a character is what makes the engine put the pieces together.
  text.charCodeAt(0);
  return text;
}

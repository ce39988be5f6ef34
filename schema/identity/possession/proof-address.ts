/**
 * The form in which addresses of requests are compared (RFC 9449, section 4.3): without query and fragment,
 * normalised by syntax and scheme (RFC 3986, section 6.2). Undefined for what is no address over HTTP.
 */
export function proofAddress(text: string): string | undefined {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password) return undefined;
  return `${url.origin}${url.pathname.replaceAll(/%[\da-f]{2}/gi, normalizedEscape)}`;
}

/** A character that needs no escape is itself; the digits of an escape are upper case. */
function normalizedEscape(text: string): string {
  const character = String.fromCharCode(Number.parseInt(text.slice(1), 16));
  return /[\w.~-]/.test(character) ? character : text.toUpperCase();
}

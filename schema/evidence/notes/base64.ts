/** The bytes of standard base64 text (RFC 4648, section 4); undefined unless it is their one spelling. */
export function bytesOfBase64(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, 'base64');
  return bytes.length > 0 && bytes.toString('base64') === text ? bytes : undefined;
}

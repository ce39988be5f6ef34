/** A text as YAML writes it, whatever it holds: JSON's quoted texts are YAML's. */
export const quoted = (text: string): string => JSON.stringify(text);

/** A text in each language, as rule documents write it. */
export const quotedTexts = ({ en, es }: { readonly en: string; readonly es: string }): string =>
  `{ en: ${quoted(en)}, es: ${quoted(es)} }`;

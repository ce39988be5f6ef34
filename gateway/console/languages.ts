/** The languages of the page; also the values sent as `accept-language`. */
export const LANGUAGES = ['es', 'en'] as const;

/** One of the page's languages. */
export type Language = (typeof LANGUAGES)[number];

/** The first of the browser's preferences (`es-PA`, `en-US`...) that the page speaks, else English. */
export function preferredLanguage(preferences: readonly string[]): Language {
  const spoken = preferences.map((tag) => tag.toLowerCase().split('-')[0]);
  return LANGUAGES.find((language) => language === spoken.find(isLanguage)) ?? 'en';
}

function isLanguage(tag: string | undefined): tag is Language {
  return LANGUAGES.some((language) => language === tag);
}

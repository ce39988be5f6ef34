import countries from 'i18n-iso-countries';
import english from 'i18n-iso-countries/langs/en.json';
import spanish from 'i18n-iso-countries/langs/es.json';
import type { Language } from '../localized-text';

countries.registerLocale(english);
countries.registerLocale(spanish);

/** Every ISO 3166-1 alpha-3 code, in alphabetical order. */
export const COUNTRY_CODES: readonly string[] = Object.keys(countries.getAlpha3Codes()).sort();

const KNOWN_CODES: ReadonlySet<string> = new Set(COUNTRY_CODES);

/** Whether a text is an ISO 3166-1 alpha-3 code, in capitals: `ven` and `862` are not codes here. */
export const isCountryCode = (code: string): boolean => KNOWN_CODES.has(code);

/** A country's name, or null when the code is unknown. */
export function countryName(code: string, language: Language): string | null {
  return countries.getName(code, language) ?? null;
}

import { countryName } from '@pasarela/schema/codes/countries';
import type { Language } from '@pasarela/schema/localized-text';

const OTHERS: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  UNK: { en: 'Unknown', es: 'Desconocido' },
  XXA: { en: 'Stateless', es: 'Personas apátridas' },
};

/** The name of a country of origin as UNHCR codes it; the code where it has none. */
export const originName = (origin: string, language: Language): string =>
  OTHERS[origin]?.[language] ?? countryName(origin, language) ?? origin;

import { z } from 'zod';

/** The languages that the product speaks. */
export const LANGUAGES = ['en', 'es'] as const;
/** A language that the product speaks. */
export type Language = (typeof LANGUAGES)[number];

/** One text in every language of the product. */
export const localizedTextSchema = z.strictObject({ en: z.string().min(1), es: z.string().min(1) });
/** One text in every language of the product. */
export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** Chooses the language from an `accept-language` header; English when nothing else fits. */
export function preferredLanguage(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .split(',')
    .map((part) => part.trim().split(/ *; *q=/))
    .map(([tag, weight]) => ({ tag: tag?.split('-')[0]?.toLowerCase(), weight: Number(weight ?? 1) }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  return ranked.find(({ tag }) => tag === 'es' || tag === 'en')?.tag === 'es' ? 'es' : 'en';
}

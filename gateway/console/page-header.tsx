import { LANGUAGES, type Language } from './languages';
import type { Texts } from './texts';

const LANGUAGE_NAMES: Record<Language, string> = { es: 'Español', en: 'English' };

type PageHeaderProps = {
  texts: Pick<Texts, 'title' | 'motto' | 'languageLabel'>;
  language: Language;
  onLanguage: (language: Language) => void;
};

/** Whose page it is, and the choice of language. */
export function PageHeader({ texts, language, onLanguage }: PageHeaderProps) {
  return (
    <header className="page-header">
      <h1>
        Pasarela <span>{texts.title}</span>
      </h1>
      <p>{texts.motto}</p>
      <fieldset aria-label={texts.languageLabel} className="language-choice">
        {LANGUAGES.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => onLanguage(each)}
          >
            {LANGUAGE_NAMES[each]}
          </button>
        ))}
      </fieldset>
    </header>
  );
}

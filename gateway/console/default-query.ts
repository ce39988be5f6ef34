import { LANGUAGES, type Language } from './languages';
import { TEXTS } from './texts';

const OPERATION = `query CrossingsByYear {
  darienCrossingsByYear(from: 2021, to: 2024) {
    year
    count {
      value
      state
      countingParty
      unit
      status
      asOf
      source
    }
  }
}
`;

/** The query with which the editor opens: works for any analyst, explained in the page's language. */
export function defaultQuery(language: Language): string {
  const comments = TEXTS[language].defaultQueryComments.map((line) => `# ${line}\n`);
  return `${comments.join('')}\n${OPERATION}`;
}

/** Whether a text is the default query in any language, untouched: then it may be replaced. */
export function isDefaultQuery(text: string): boolean {
  return LANGUAGES.some((language) => defaultQuery(language) === text);
}

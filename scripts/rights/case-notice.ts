import type { ToldCase } from './collect-case';
import type { Letter, LetterOptions, LetterPart } from './letter-form';
import { textOf } from './texts';

/**
 * What a person is told of a case without anything of a record: that it came in, that the answer is put off, that the
 * request is refused; and, where the law keeps silent, what everybody is told.
 */
export function noticeOf(told: ToldCase, options: LetterOptions): Letter {
  const { language } = options;
  return {
    language,
    title: textOf('title', language),
    lines: caseLinesOf(told, options),
    parts: [decisionPart(told, options), remedyPart(options)],
  };
}

/** The confirmation that a request came in. */
export function confirmationOf(told: ToldCase, options: LetterOptions): Letter {
  const { language } = options;
  const lines = [...caseLinesOf(told, options), textOf('confirmed', language)];
  return { language, title: textOf('title', language), lines, parts: [] };
}

/** Says that an answer is put off, why, and until when. */
export function extensionOf(told: ToldCase, options: LetterOptions): Letter {
  const { language } = options;
  return {
    language,
    title: textOf('title', language),
    lines: caseLinesOf(told, options),
    parts: [remedyPart(options)],
  };
}

/** What every letter begins with: which case it is, its term, why that was put off, and who has these rights. */
export function caseLinesOf(told: ToldCase, { definition, language }: LetterOptions): string[] {
  const { kinds, whoMayAsk, silence } = definition.law;
  const kind = kinds[told.kind]?.title[language] ?? told.kind;
  const { id, receivedOn, deadline, source } = told;
  const extended = told.history.find(({ did }) => did === 'EXTENDED');
  // Where the law keeps silent, nothing that somebody wrote freely is told: it could say what is held.
  const extension = silence === null ? 'extended' : 'extendedWithout';
  return [
    textOf('case', language, { id, receivedOn, deadline, kind, source: source ?? '' }),
    ...(extended ? [textOf(extension, language, { deadline, note: extended.note ?? '' })] : []),
    ...(whoMayAsk ? [whoMayAsk[language]] : []),
  ];
}

/** Whom the person can turn to. */
export function remedyPart({ definition, language }: LetterOptions): LetterPart {
  return { title: textOf('remedy', language), lines: [definition.law.remedy[language]], rows: [] };
}

/** INVARIANT: the refusal that keeps silent has the title of an answer: a request is refused to nobody by it. */
function decisionPart({ state, ground }: ToldCase, { definition, language }: LetterOptions): LetterPart {
  const { refusals, silence } = definition.law;
  const given = state === 'REFUSED' ? ground : silence;
  const refusal = refusals[given ?? ''];
  if (!refusal) throw new Error('The case was refused for a reason that the law of the domain has not.');
  const { text, source } = refusal;
  const title = textOf(given === silence ? 'answer' : 'refused', language);
  return { title, lines: [textOf('because', language, { text: text[language], source })], rows: [] };
}

import type { RuleFileError } from './read-yaml';
import type { Check } from './rule-context';
import type { GrantText } from './rule-files';

/** For how long a break-glass grant opens its agreement. */
export interface BreakGlassHours {
  readonly agreement: string;
  readonly hours: number;
  /** Throws where it opens for longer or shorter than others of its agreement. */
  readonly mustBe: (hours: number) => void;
}

type ErrorAt = (place: ReadonlyArray<string | number>, cause: string) => RuleFileError;

/** What the grants of one document say of how long they open their agreement. */
export function breakGlassHoursOf(agreement: string, texts: readonly GrantText[], errorAt: ErrorAt): BreakGlassHours[] {
  return texts.flatMap(({ breakGlass }, index) => {
    if (!breakGlass) return [];
    const mustBe = (hours: number) => {
      if (breakGlass.hours !== hours)
        throw errorAt(
          ['grants', index, 'breakGlass', 'hours'],
          `an agreement is opened as a whole: its break-glass grants all last ${hours} hours, or all another number`,
        );
    };
    return [{ agreement, hours: breakGlass.hours, mustBe }];
  });
}

/** INVARIANT: break-glass grants of one agreement, which are opened together, last equally long, in whatever document they stand. */
export function sameHoursChecks(all: readonly BreakGlassHours[]): Check[] {
  return all.map(({ agreement, mustBe }) => () => {
    const first = all.find((one) => one.agreement === agreement);
    if (first) mustBe(first.hours);
  });
}

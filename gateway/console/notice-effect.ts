import type { Notice } from './gateway-answer';
import type { Texts } from './texts';

/**
 * What a notice tells of: the first two hold on every record, those on conditions
 * stand whatever the data, the last is shown because somebody opened an agreement.
 */
export type NoticeEffect = 'withheld' | 'lowered' | 'conditional' | 'conditionalRows' | 'opened';

/** What a notice tells of. A code that this page does not know is read by its level. */
export function effectOf({ code, level }: Notice): NoticeEffect {
  if (code === 'CONDITIONAL') return 'conditional';
  if (code === 'ROWS_CONDITIONAL') return 'conditionalRows';
  if (code === 'BREAK_GLASS') return 'opened';
  return level.toUpperCase() === 'NONE' ? 'withheld' : 'lowered';
}

/** Whether a notice follows from the rules alone, so that it does not say whether anything was hidden. */
export const isConditional = (notice: Notice): boolean => effectOf(notice).startsWith('conditional');

/** The few words that mark a notice: `shown as month`, `may be blank or lowered`. */
export function effectLabel(notice: Notice, texts: Texts): string {
  const effect = effectOf(notice);
  return effect === 'lowered' ? `${texts.shownAs} ${levelName(notice, texts)}` : texts[effect];
}

/** The least that a record may show; empty where the level is the same for all, for the mark names it. */
export const leastLevel = (notice: Notice, texts: Texts): string =>
  isConditional(notice) ? levelName(notice, texts) : '';

const levelName = ({ level }: Notice, { levels }: Texts): string => levels[level] ?? level;

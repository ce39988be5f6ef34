import { type Count, CountState } from '@pasarela/serve/domain/count';
import { releaseDayOf } from './calendar';
import type { ReferralCompletionDocument, ReleasedReferrals } from './referral-completion.model';

/** A number as it is told, or why none is. */
export type CompletionFigure = Pick<Count, 'value'> | { readonly state: CountState };

/** The two numbers of a station and quarter. */
export interface CompletionFigures {
  readonly referred: CompletionFigure;
  readonly completed: CompletionFigure;
}

const SUPPRESSED = { value: null, state: CountState.SUPPRESSED } as const;
const NOT_PUBLISHED = { value: null, state: CountState.NOT_PUBLISHED } as const;

const figureOf = (value: number | null): CompletionFigure => (value === null ? SUPPRESSED : { value });

/** What the contributor itself is told: as it stands now. */
export const ownFigures = ({ referred, completed }: ReferralCompletionDocument): CompletionFigures => ({
  referred: figureOf(referred),
  completed: figureOf(completed),
});

/**
 * What another party is told: the release of the quarter, frozen.
 *
 * INVARIANT: of a contributor's quarter a figure is told of all stations or of none. Whoever is addressed can count
 * the referrals of the quarter in their list: one station left out could be had by subtraction.
 *
 * @param all the rolled-up referrals among which those of the same contributor and quarter are.
 */
export function releasedFigures(
  document: ReferralCompletionDocument,
  all: readonly ReferralCompletionDocument[],
  now: Date,
): CompletionFigures {
  const { contributedBy, quarter } = document;
  if (now.toISOString() < releaseDayOf(quarter)) return { referred: NOT_PUBLISHED, completed: NOT_PUBLISHED };
  const stations = all.filter((other) => other.contributedBy === contributedBy && other.quarter === quarter);
  const told = (figure: keyof ReleasedReferrals): CompletionFigure =>
    stations.some((station) => released(station)[figure] === null) ? SUPPRESSED : figureOf(released(document)[figure]);
  return { referred: told('referred'), completed: told('completed') };
}

const released = ({ released: frozen, referred, completed }: ReferralCompletionDocument): ReleasedReferrals =>
  frozen ?? { referred, completed };

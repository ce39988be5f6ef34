import { type Count, CountState, CountUnit, count } from '@pasarela/serve/domain/count';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { monthsOfQuarter } from './calendar';
import { contributed } from './contributed';
import { changesOf } from './contribution-change';
import { placeOf } from './place';
import { Referral } from './referral';
import type { ReferralDocument } from './referral.model';
import { ReferralCompletion } from './referral-completion';
import type { ReferralCompletionDocument } from './referral-completion.model';

/** A stored referral as it is answered. */
export function referralOf(document: ReferralDocument, { ids }: ServeContext): Referral {
  const { _id, dataset, contributedBy, addressedTo, station, sector, referredOn, outcome, version, history } = document;
  const made = Object.assign(new Referral(), {
    id: ids.seal('Referral', _id),
    dataset,
    contributedBy,
    addressedTo,
    station: placeOf(station),
    sector,
    referredOn,
    outcome,
    version,
    history: changesOf(history),
  });
  return withRecord(made, document);
}

/** Rolled-up referrals as they are answered. */
export const completionsOf = (
  documents: readonly ReferralCompletionDocument[],
  { ids }: ServeContext,
): ReferralCompletion[] =>
  contributed(ReferralCompletion, documents, {
    ids,
    fieldsOf: (document) => ({
      year: document.year,
      quarter: document.quarter,
      station: placeOf(document.station),
      referred: countOf(document, document.referred, 'Referrals that the contributor made in the quarter.'),
      completed: countOf(
        document,
        document.completed,
        'Referrals that the contributor made in the quarter and whose service was received, whenever that was.',
      ),
    }),
  });

function countOf(
  { quarter, contributedBy, dataset }: ReferralCompletionDocument,
  value: number | null,
  definition: string,
): Count {
  const { from, to } = monthsOfQuarter(quarter);
  return count({
    value,
    ...(value === null && { state: CountState.SUPPRESSED }),
    countingParty: contributedBy,
    definition,
    unit: CountUnit.REFERRALS,
    coverageFrom: from,
    coverageTo: to,
    dataset,
    note: 'A person may be referred several times. Numbers under 10, zero too, are suppressed and not kept.',
  });
}

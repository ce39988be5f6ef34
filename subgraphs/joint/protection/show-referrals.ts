import { type Count, CountUnit, count } from '@pasarela/serve/domain/count';
import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { monthsOfQuarter } from './calendar';
import { type CompletionFigure, ownFigures, releasedFigures } from './completion-figures';
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
  { ids, requester, now }: ServeContext,
): ReferralCompletion[] => {
  const figuresOf = (document: ReferralCompletionDocument) =>
    document.contributedBy === requester.party ? ownFigures(document) : releasedFigures(document, documents, now);
  return contributed(ReferralCompletion, documents, {
    ids,
    fieldsOf: (document) => {
      const { referred, completed } = figuresOf(document);
      return {
        year: document.year,
        quarter: document.quarter,
        station: placeOf(document.station),
        referred: countOf(document, referred, 'Referrals that the contributor made in the quarter.'),
        completed: countOf(
          document,
          completed,
          'Referrals that the contributor made in the quarter and whose service was received, whenever that was.',
        ),
      };
    },
  });
};

function countOf(
  { quarter, contributedBy, dataset }: ReferralCompletionDocument,
  figure: CompletionFigure,
  definition: string,
): Count {
  const { from, to } = monthsOfQuarter(quarter);
  return count({
    ...figure,
    countingParty: contributedBy,
    definition,
    unit: CountUnit.REFERRALS,
    coverageFrom: from,
    coverageTo: to,
    dataset,
    note: NOTE,
  });
}

const NOTE =
  'A person may be referred several times. Numbers under 10, zero too, are suppressed and not kept. Other parties get a quarter three months after its end, frozen, and all of its stations or none.';

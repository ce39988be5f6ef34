import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Connection } from 'mongoose';
import { ReferralOutcome } from './referral';
import { type ReferralDocument, referralModel } from './referral.model';
import { type ReferralCompletionDocument, referralCompletionModel } from './referral-completion.model';
import { keptCell, keptPart } from './small-cells';

/** Which referrals are counted together. */
export type ReferralCell = Pick<ReferralDocument, 'contributedBy' | 'station' | 'quarter'>;

/** Counts the referrals of a cell anew and keeps what may be kept. Doing it twice changes nothing. */
export async function rollUpReferrals(
  connection: Connection,
  { contributedBy, station, quarter }: ReferralCell,
): Promise<void> {
  const cell = { contributedBy, station, quarter };
  const referrals = await referralModel(connection)
    .find(cell, { outcome: 1, dataset: 1 })
    .lean<Array<Pick<ReferralDocument, 'outcome' | 'dataset'>>>();
  const completed = referrals.filter(({ outcome }) => outcome === ReferralOutcome.COMPLETED).length;
  const document: ReferralCompletionDocument = {
    _id: scatteredId('ReferralCompletion', [contributedBy, station, quarter].join('|')),
    ...cell,
    dataset: mixedDataset(referrals),
    year: Number(quarter.slice(0, 4)),
    referred: keptCell(referrals.length),
    completed: keptPart(completed, referrals.length),
  };
  const { _id, ...values } = document;
  await referralCompletionModel(connection).updateOne({ _id }, { $set: values }, { upsert: true });
}

/** INVARIANT: what is counted from anything SYNTHETIC is SYNTHETIC. */
const mixedDataset = (referrals: ReadonlyArray<Pick<ReferralDocument, 'dataset'>>): string =>
  `${referrals.some(({ dataset }) => dataset.startsWith('SYNTHETIC')) ? 'SYNTHETIC ' : ''}referrals by station and quarter`;

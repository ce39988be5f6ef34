import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Connection } from 'mongoose';
import { releaseDayOf } from './calendar';
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
  const document: Omit<ReferralCompletionDocument, 'released'> = {
    _id: completionId(cell),
    ...cell,
    dataset: mixedDataset(referrals),
    year: Number(quarter.slice(0, 4)),
    referred: keptCell(referrals.length),
    completed: keptPart(completed, referrals.length),
  };
  const { _id, ...values } = document;
  await referralCompletionModel(connection).updateOne({ _id }, { $set: values }, { upsert: true });
}

/**
 * Freezes what other parties are told of a cell, if its quarter was released and nothing changed since. Called
 * before anything of the cell is changed.
 *
 * INVARIANT: a figure that another party was told never changes. Whoever is addressed sees what became of each
 * referral; a figure by station that moved with it would tell where that one was made.
 */
export async function freezeReleased(connection: Connection, cell: ReferralCell, now: Date): Promise<void> {
  if (now.toISOString() < releaseDayOf(cell.quarter)) return;
  const model = referralCompletionModel(connection);
  const _id = completionId(cell);
  const counted = await model.findOne({ _id, released: null }).lean<ReferralCompletionDocument>();
  if (!counted) return;
  const { referred, completed } = counted;
  // Of two who freeze at once the first does; the second one may have read what that one wrote afterwards.
  await model.updateOne({ _id, released: null }, { $set: { released: { referred, completed } } });
}

const completionId = ({ contributedBy, station, quarter }: ReferralCell): string =>
  scatteredId('ReferralCompletion', [contributedBy, station, quarter].join('|'));

/** INVARIANT: what is counted from anything SYNTHETIC is SYNTHETIC. */
const mixedDataset = (referrals: ReadonlyArray<Pick<ReferralDocument, 'dataset'>>): string =>
  `${referrals.some(({ dataset }) => dataset.startsWith('SYNTHETIC')) ? 'SYNTHETIC ' : ''}referrals by station and quarter`;

import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Connection } from 'mongoose';
import { releaseDayOf } from './calendar';
import { ReferralOutcome } from './referral';
import { type ReferralDocument, referralModel } from './referral.model';
import { type ReferralCompletionDocument, referralCompletionModel } from './referral-completion.model';
import { keptCell, keptPart } from './small-cells';

/** Which referrals are counted together. */
export type ReferralCell = Pick<ReferralDocument, 'contributedBy' | 'station' | 'quarter'>;

/** What is counted of a referral. */
export type CountedReferral = ReferralCell & Pick<ReferralDocument, 'outcome' | 'dataset'>;

/** What is kept of a cell; what others are told of it is frozen apart. */
export type KeptCounts = Omit<ReferralCompletionDocument, 'released'>;

interface Tally {
  readonly cell: ReferralCell;
  referred: number;
  completed: number;
  synthetic: boolean;
}

const keyOf = ({ contributedBy, station, quarter }: ReferralCell): string =>
  [contributedBy, station, quarter].join('|');

const completionId = (cell: ReferralCell): string => scatteredId('ReferralCompletion', keyOf(cell));

/** Counts referrals by cell as they come; of each cell it keeps three numbers. */
export class ReferralRollUp {
  private readonly tallies = new Map<string, Tally>();

  add({ contributedBy, station, quarter, outcome, dataset }: CountedReferral): void {
    const cell = { contributedBy, station, quarter };
    const tally = this.tallies.get(keyOf(cell)) ?? { cell, referred: 0, completed: 0, synthetic: false };
    tally.referred++;
    if (outcome === ReferralOutcome.COMPLETED) tally.completed++;
    if (dataset.startsWith('SYNTHETIC')) tally.synthetic = true;
    this.tallies.set(keyOf(cell), tally);
  }

  /** What may be kept of each cell that any referral fell into. */
  rows(): KeptCounts[] {
    return [...this.tallies.values()].map(keptOf);
  }
}

/** INVARIANT: what is counted from anything SYNTHETIC is SYNTHETIC. */
const keptOf = ({ cell, referred, completed, synthetic }: Tally): KeptCounts => ({
  _id: completionId(cell),
  ...cell,
  dataset: `${synthetic ? 'SYNTHETIC ' : ''}referrals by station and quarter`,
  year: Number(cell.quarter.slice(0, 4)),
  referred: keptCell(referred),
  completed: keptPart(completed, referred),
});

/** Counts the referrals of a cell anew and keeps what may be kept. Doing it twice changes nothing. */
export async function rollUpReferrals(
  connection: Connection,
  { contributedBy, station, quarter }: ReferralCell,
): Promise<void> {
  const cell = { contributedBy, station, quarter };
  const referrals = referralModel(connection)
    .find(cell, { outcome: 1, dataset: 1 })
    .lean<Array<Pick<ReferralDocument, 'outcome' | 'dataset'>>>();
  const rollUp = new ReferralRollUp();
  for (const { outcome, dataset } of await referrals) rollUp.add({ ...cell, outcome, dataset });
  for (const { _id, ...values } of rollUp.rows())
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

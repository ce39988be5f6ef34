import { scatteredId } from '@pasarela/serve/domain/scattered-id';
import type { Connection } from 'mongoose';
import { ReferralOutcome } from './referral';
import { type ReferralDocument, referralModel } from './referral.model';
import { type ReferralCompletionDocument, referralCompletionModel } from './referral-completion.model';
import { keptCell, keptPart } from './small-cells';

/** Which referrals are counted together. */
export type ReferralCell = Pick<ReferralDocument, 'contributedBy' | 'station' | 'quarter'>;

/** What is counted of a referral. */
export type CountedReferral = ReferralCell & Pick<ReferralDocument, 'outcome' | 'dataset'>;

interface Tally {
  readonly cell: ReferralCell;
  referred: number;
  completed: number;
  synthetic: boolean;
}

const keyOf = ({ contributedBy, station, quarter }: ReferralCell): string =>
  [contributedBy, station, quarter].join('|');

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
  rows(): ReferralCompletionDocument[] {
    return [...this.tallies.values()].map(keptOf);
  }
}

/** INVARIANT: what is counted from anything SYNTHETIC is SYNTHETIC. */
const keptOf = ({ cell, referred, completed, synthetic }: Tally): ReferralCompletionDocument => ({
  _id: scatteredId('ReferralCompletion', keyOf(cell)),
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

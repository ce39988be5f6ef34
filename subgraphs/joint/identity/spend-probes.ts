import { createHash } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import type { Connection } from 'mongoose';
import { DAY_MS, LIMITS } from './identity-limits';
import { spentProbesModel } from './spent-probes.model';

/** A probe as far as its limits go. Who of the party asks, and with which token, is no part of it (threat 28). */
export interface LimitedProbe {
  readonly party: string;
  readonly asked: string;
  readonly caseReference: string;
  readonly tokens: readonly string[];
}

/** One limit that a probe takes from. */
interface Allowance {
  readonly id: string;
  readonly most: number;
  readonly until: number;
  readonly refuse: () => Error;
}

const { windowDays: days } = LIMITS;

/**
 * Takes a probe from the limits of its targets, its case and its party's year; takes nothing when one is spent.
 * INVARIANT: no limit reads what is enrolled, so being limited tells nothing of it.
 * @throws PROBE_REPEATED, PROBE_CASE_SPENT, PROBE_YEAR_SPENT.
 */
export async function spendProbe(probe: LimitedProbe, now: Date, connection: Connection): Promise<void> {
  const taken: Allowance[] = [];
  for (const allowance of allowancesOf(probe, now)) {
    if (await take(allowance, now, connection)) taken.push(allowance);
    else {
      for (const { id } of taken) await spentProbesModel(connection).updateOne({ _id: id }, { $inc: { spent: -1 } });
      throw allowance.refuse();
    }
  }
}

function allowancesOf({ party, asked, caseReference, tokens }: LimitedProbe, now: Date): Allowance[] {
  const inWindow = now.getTime() + days * DAY_MS;
  const ofCase = `${party}|${plainCase(caseReference)}`;
  const targets = [...new Set(tokens)].map((token) => ({
    id: digestOf('target', `${ofCase}|${asked}|${token}`),
    most: 1,
    until: inWindow,
    refuse: () => requestError('PROBE_REPEATED', { days }),
  }));
  const year = now.getUTCFullYear();
  return [
    ...targets,
    {
      id: digestOf('case', ofCase),
      most: LIMITS.probesPerCase,
      until: inWindow,
      refuse: () => requestError('PROBE_CASE_SPENT', { max: LIMITS.probesPerCase, days }),
    },
    {
      id: `year|${party}|${year}`,
      most: LIMITS.probesPerPartyAndYear,
      until: Date.UTC(year + 1, 0, 1),
      refuse: () => requestError('PROBE_YEAR_SPENT', { max: LIMITS.probesPerPartyAndYear }),
    },
  ];
}

/** A case written otherwise is the same case. */
const plainCase = (caseReference: string): string => caseReference.toUpperCase().replace(/[^A-Z0-9]/g, '');

const digestOf = (kind: string, text: string): string =>
  `${kind}|${createHash('sha256').update(text).digest('base64url')}`;

/** INVARIANT: the store decides between two that take the last of a limit. */
async function take({ id, most, until }: Allowance, now: Date, connection: Connection): Promise<boolean> {
  const model = spentProbesModel(connection);
  await model.deleteOne({ _id: id, expiresAt: { $lte: now.getTime() } });
  const { modifiedCount } = await model.updateOne({ _id: id, spent: { $lt: most } }, { $inc: { spent: 1 } });
  if (modifiedCount === 1) return true;
  try {
    await model.create({ _id: id, spent: 1, expiresAt: until });
    return true;
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  // It is spent, or somebody else has just begun it.
  return (await model.updateOne({ _id: id, spent: { $lt: most } }, { $inc: { spent: 1 } })).modifiedCount === 1;
}

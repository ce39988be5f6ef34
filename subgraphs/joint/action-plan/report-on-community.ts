import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { dayOf, isPastDay } from './calendar';
import { COMMUNITIES } from './communities';
import type { CommunityInvestment } from './community-investment';
import { investmentModel, waterTestModel } from './community-record.model';
import { insertOnce } from './insert-once';
import { investmentOf, waterTestOf } from './read-communities';
import type { CommunityInvestmentInput, WaterTestInput } from './report-input';
import type { WaterTest } from './water-test';

const MAX_MEASURED = 1_000_000_000;
const MAX_AMOUNT = 10_000_000_000_000;

const isMeasured = (value: number): boolean => value >= 0 && value <= MAX_MEASURED;
/** The hundredths of an amount, or null for one that is finer, or is no amount. */
function hundredthsOf(amount: number): number | null {
  const hundredths = Math.round(amount * 100);
  return amount > 0 && amount <= MAX_AMOUNT && hundredths / 100 === amount ? hundredths : null;
}

function check(holds: boolean, what: string): void {
  if (!holds) throw requestError('BAD_INPUT', { what });
}

const checkCommunity = (code: string): void =>
  check(COMMUNITIES.has(code), 'the place is no community of the action plan');
const checkDay = (day: string, now: Date): void =>
  check(isPastDay(day, dayOf(now)), 'a day is a day that is not to come');

/** Records a test of water in the name of the requester's party, once for a client key. Throws BAD_INPUT. */
export async function reportWaterTest(input: WaterTestInput, context: ServeContext): Promise<WaterTest> {
  const { site, testedOn, parameter, value, limit = null, clientKey } = input;
  checkCommunity(site);
  checkDay(testedOn, context.now);
  check([value, limit ?? 0].every(isMeasured), `value and limit are from 0 to ${MAX_MEASURED}`);
  const says = { testedOn, parameter, value, limit };
  return waterTestOf(
    await insertOnce({ model: waterTestModel(context.connection), clientKey, place: site, says }, context),
  );
}

/** Records an investment in the name of the requester's party, once for a client key. Throws BAD_INPUT. */
export async function reportInvestment(
  input: CommunityInvestmentInput,
  context: ServeContext,
): Promise<CommunityInvestment> {
  const { community, purpose, amount, currency, committedOn, clientKey } = input;
  checkCommunity(community);
  checkDay(committedOn, context.now);
  const hundredths = hundredthsOf(amount);
  if (hundredths === null)
    throw requestError('BAD_INPUT', { what: `amount is above 0 and at most ${MAX_AMOUNT}, to the hundredth` });
  const says = { purpose, hundredths, currency, committedOn };
  return investmentOf(
    await insertOnce({ model: investmentModel(context.connection), clientKey, place: community, says }, context),
  );
}

import { withRecord } from '@pasarela/serve/domain/raw-record';
import type { Connection } from 'mongoose';
import { COMMUNITIES, type Community } from './communities';
import { CommunityEnvironment } from './community-environment';
import { CommunityInvestment } from './community-investment';
import { type InvestmentRecord, investmentModel, type WaterTestRecord, waterTestModel } from './community-record.model';
import { EnvironmentUnit, environmentFigure } from './environment-figure';
import { HeldState } from './held-state';
import { placeOf } from './place';
import { WaterTest } from './water-test';

const REPORTED = 'Reported by the parties of the action plan';

/**
 * What is held of every community, a row each.
 *
 * INVARIANT: reports stand in the order in which they came, which whoever looks again and again sees anyway. An order
 * by the day that a report is about would tell the day to those who get the month, or nothing of it.
 */
export async function readCommunities(connection: Connection): Promise<CommunityEnvironment[]> {
  const [tests, investments] = await Promise.all([
    waterTestModel(connection).find().sort({ at: 1 }).lean<WaterTestRecord[]>(),
    investmentModel(connection).find().sort({ at: 1 }).lean<InvestmentRecord[]>(),
  ]);
  return [...COMMUNITIES.values()].map((community) =>
    Object.assign(new CommunityEnvironment(), {
      community: placeOf(community.code),
      waste: wasteAt(community),
      waterTests: orUnknown(tests.filter(isAt(community)).map(waterTestOf), () => noWaterTest(community)),
      investments: orUnknown(investments.filter(isAt(community)).map(investmentOf), () => noInvestment(community)),
    }),
  );
}

const isAt =
  ({ code }: Community) =>
  ({ place }: { readonly place: string }): boolean =>
    place === code;

/** INVARIANT: a gap is a row, and says so. */
const orUnknown = <Row>(rows: Row[], unknown: () => Row): Row[] => (rows.length > 0 ? rows : [unknown()]);

const wasteAt = ({ country }: Community) =>
  environmentFigure({
    value: null,
    state: HeldState.NOT_PUBLISHED,
    countingParty: country,
    definition: 'Waste left at the community.',
    unit: EnvironmentUnit.TONNES,
    dataset: 'No dataset by community is held',
    note: 'Sources print waste for the Darién as a whole; it cannot be divided.',
  });

/** A reported test as it is shown; the record behind it says who contributed it. */
export function waterTestOf(record: WaterTestRecord): WaterTest {
  const { place, contributedBy, testedOn, parameter, value, limit } = record;
  const shown = { state: HeldState.VALUE, site: placeOf(place), dataset: REPORTED };
  return withRecord(
    Object.assign(new WaterTest(), shown, { contributedBy, testedOn, parameter, value, limit }),
    record,
  );
}

/** A reported investment as it is shown. */
export function investmentOf(record: InvestmentRecord): CommunityInvestment {
  const { place, contributedBy, purpose, hundredths, currency, committedOn } = record;
  const shown = { state: HeldState.VALUE, community: placeOf(place), dataset: REPORTED, amount: hundredths / 100 };
  return withRecord(
    Object.assign(new CommunityInvestment(), shown, { contributedBy, purpose, currency, committedOn }),
    record,
  );
}

function noWaterTest({ code, country }: Community): WaterTest {
  const blank = { testedOn: null, parameter: null, value: null, limit: null };
  const row = { state: HeldState.UNKNOWN, contributedBy: country, dataset: 'No test of water is held' };
  return withRecord(Object.assign(new WaterTest(), blank, row, { site: placeOf(code) }), row);
}

function noInvestment({ code, country }: Community): CommunityInvestment {
  const blank = { purpose: null, amount: null, currency: null, committedOn: null };
  const row = { state: HeldState.UNKNOWN, contributedBy: country, dataset: 'No investment is held' };
  return withRecord(Object.assign(new CommunityInvestment(), blank, row, { community: placeOf(code) }), row);
}

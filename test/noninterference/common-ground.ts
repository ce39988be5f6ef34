import type { Rewrite, Row } from './rewrite-stores';

const DAY = 86_400_000;

/** What both stores hold besides the seed: enough of every case that a rule tells apart, and of what is unknown. */
export const commonGround =
  (now: Date): Rewrite =>
  (model, rows) => {
    if (model === 'CrossingRecord') return rows.map(crossing);
    if (model === 'Referral') return rows.map(referral);
    if (model === 'StationServices') return rows.map((row, index) => bulletin(row, index, now));
    if (model.endsWith('SmugglingCase')) return rows.map((row, index) => smugglingCase(row, index, now));
    return model === 'Permit' ? rows.map(permit) : rows;
  };

const NEEDS = [['SV-VF', 'CR-NE'], ['TR-PI'], [], ['DS-PM', 'SM-CI', 'LP-RR'], ['WR-SF']];

function crossing(row: Row, index: number): Row {
  const claim = { asylumClaim: index % 3 === 0, specificNeeds: NEEDS[index % NEEDS.length] };
  return { ...row, ...claim, ...origin(index, 'PAN') };
}

/** Of every ten people two are nationals of a country, one says so, one lived there, and of two nobody knows. */
function origin(index: number, party: string): Partial<Row> {
  switch (index % 10) {
    case 0:
    case 1:
      return { nationality: party };
    case 3:
      return { claimedNationalities: ['ECU', party] };
    case 5:
      return { habitualResidence: party };
    case 7:
      return { habitualResidence: null };
    case 9:
      return index % 20 === 9 ? { claimedNationalities: [null] } : { nationality: null };
    default:
      return {};
  }
}

/** Of every eight cases one stays home by its code, one by its colour, and three are fresh. */
function smugglingCase(row: Row, index: number, now: Date): Row {
  const { handlingCode, tlp } = row;
  const kept = { handlingCode: index % 8 === 0 ? 'H2' : handlingCode, tlp: index % 8 === 3 ? 'RED' : tlp };
  if (![1, 4, 6].includes(index % 8)) return { ...row, ...kept };
  const openedOn = new Date(now.getTime() - (10 + index) * DAY).toISOString().slice(0, 10);
  return { ...row, ...kept, openedOn, openedMonth: openedOn.slice(0, 7) };
}

/** Some of Panama's referrals go to Colombia: the organisation is not told that there are any. */
const referral = (row: Row, index: number): Row =>
  row.contributedBy === 'PAN' && index % 2 === 0 ? { ...row, addressedTo: 'COL' } : row;

/** Some bulletins are of this week: no other party has them yet. */
function bulletin(row: Row, index: number, now: Date): Row {
  if (index % 4 !== 0) return row;
  return { ...row, asOf: new Date(now.getTime() - (index % 5) * DAY).toISOString().slice(0, 10) };
}

function permit(row: Row, index: number): Row {
  const holder = row.holder as Row;
  const known = { asylumClaim: index % 3 === 0 };
  return { ...row, holder: { ...holder, ...known, ...origin(index, 'COL') } };
}

import { type OpenFederation, openFederation } from '../federation/open-federation';

const BULLETINS = '{ stationServices(from: "2024-12", to: "2024-12") { contributedBy asOf capacityBand } }';
const DAYS = { twoDays: '2024-12-18T12:00:00Z', sevenDays: '2024-12-23T12:00:00Z' };

/** The organisation tells how full stations are on Monday, 16 December 2024; Panama learns of it a week later. */
describe('bulletins of stations come late', () => {
  let federation: OpenFederation;
  let now = new Date(DAYS.twoDays);
  beforeAll(async () => {
    federation = await openFederation({ scale: 0.005, now: () => now, tokensAt: () => now });
  });
  afterAll(() => federation.close());

  /** Whose bulletins of December somebody gets, and the finest date of the latest. */
  async function seenBy(as: string) {
    const { body } = await federation.ask({ as, purpose: 'PROTECTION', query: BULLETINS });
    expect(body.errors).toBeUndefined();
    const rows: any[] = body.data.stationServices;
    const of = (party: string) => rows.filter(({ contributedBy }) => contributedBy === party);
    return { organisation: of('HUM'), panama: of('PAN') };
  }

  it('the organisation has its own of all five Mondays by day, and of Panama what is seven days old', async () => {
    now = new Date(DAYS.twoDays);
    const { organisation, panama } = await seenBy('officer.hum');
    expect(
      organisation
        .map(({ asOf }) => asOf)
        .sort()
        .at(-1),
    ).toBe('2024-12-30');
    expect(panama).toHaveLength(2 * 3);
  });

  it('two days later Panama has those of 2 and 9 December, as a month, and a week later one more of each station', async () => {
    now = new Date(DAYS.twoDays);
    const early = (await seenBy('protection.pan')).organisation;
    expect(early).toHaveLength(2 * 3);
    expect(new Set(early.map(({ asOf }) => asOf))).toEqual(new Set(['2024-12']));
    now = new Date(DAYS.sevenDays);
    expect((await seenBy('protection.pan')).organisation).toHaveLength(3 * 3);
  });
});

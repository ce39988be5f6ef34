import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { MutationLeaves, unrecordedRevisions } from './mutation-leaves';
import { findingsOf } from './recorded-leaves';
import { Reviser } from './reviser';
import { SeparateFederation } from './separate-federation';

const OWNER = 'panama-darien-flow';
const MONTHS = ['2024-04', '2024-05', '2024-06', '2024-07'];
/** What is killed, in turn. */
const VICTIMS: ReadonlyArray<readonly string[]> = [[GATEWAY_NAME], [OWNER], [OWNER, GATEWAY_NAME]];
const KILLS = 15;
const LOGS = [GATEWAY_NAME, OWNER];

describe('a federation whose processes are killed while figures are revised', () => {
  let federation: SeparateFederation;
  let revisers: Reviser[];
  beforeAll(async () => {
    federation = await SeparateFederation.open();
    revisers = await Promise.all(MONTHS.map((month) => Reviser.start(federation, month)));
  });
  afterAll(() => federation?.close());

  const told = () => revisers.flatMap(({ acknowledged }) => acknowledged);
  const retries = () => revisers.reduce((sum, reviser) => sum + reviser.retries, 0);
  const openIn = (log: string) => new MutationLeaves(federation.dataDirectory, log).open;

  /** Settles when so many revisions more were told. */
  async function untilTold(more: number): Promise<void> {
    for (const wanted = told().length + more; told().length < wanted; )
      await Promise.race([
        new Promise((resolve) => setTimeout(resolve, 3)),
        // One that gives up says why.
        ...revisers.map((reviser) => reviser.ended),
      ]);
  }

  it(`${KILLS} times: what was told is recorded as intended and done, by the gateway and by the owner`, async () => {
    for (let kill = 0; kill < KILLS; kill += 1) {
      const victims = VICTIMS[kill % VICTIMS.length] as readonly string[];
      await untilTold(2 + (kill % 5) * 3);
      await federation.kill(victims);
      const acknowledged = told();
      await federation.start(victims);
      const wrong = [];
      for (const log of LOGS) wrong.push(...(await findingsOf(federation.dataDirectory, log)));
      const unrecorded = unrecordedRevisions(federation.dataDirectory, OWNER, acknowledged);
      expect({ kill, victims, wrong, unrecorded }).toEqual({ kill, victims, wrong: [], unrecorded: [] });
    }
    await untilTold(MONTHS.length);
  });

  it('each was done once, in order, however often it was asked for with its key', async () => {
    for (const reviser of revisers) await reviser.stop();
    expect(retries()).toBeGreaterThanOrEqual(KILLS);
    for (const reviser of revisers) expect(await reviser.values()).toEqual(reviser.expected);
    expect(unrecordedRevisions(federation.dataDirectory, OWNER, told())).toEqual([]);
  });

  it('an intent that a kill left without outcome stays one, and nobody was told that it was done', async () => {
    const gateway = new MutationLeaves(federation.dataDirectory, GATEWAY_NAME);
    const requests = new Set(told().map((revision) => gateway.requestDone(revision)));
    for (const log of LOGS) {
      const left = openIn(log);
      expect(left.length).toBeGreaterThan(0);
      expect(left.length).toBeLessThanOrEqual(retries());
      expect(left.filter((requestId) => requests.has(requestId))).toEqual([]);
    }
  });
});

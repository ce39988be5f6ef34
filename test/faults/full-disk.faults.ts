import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { type Acknowledged, ASKED, type Asked, Asker, PATIENCE_MS } from './asker';
import { findingsOf, unrecorded } from './recorded-leaves';
import { OWNERS, SeparateFederation } from './separate-federation';
import { allowLongerFiles, forbidLongerFiles, SmallDisk } from './small-disk';

const COLOMBIA = 'colombia-regularization';
const LOGS = [GATEWAY_NAME, ...OWNERS];
/** How often nothing is to be had while there is no room. */
const REFUSALS = 24;
/** Pages that are begun already take some leaves more. */
const MOST_ASKED = 2_000;

/** Asks until so many were refused. Returns what was answered all the same; each refusal holds no data. */
async function askUntilRefused(ask: () => Promise<Asked>, fill: () => Promise<void>): Promise<Acknowledged[]> {
  const answered: Acknowledged[] = [];
  for (let refused = 0, asked = 0; refused < REFUSALS; asked += 4) {
    expect(asked).toBeLessThan(MOST_ASKED);
    await fill();
    for (const { status, body, acknowledged } of await Promise.all([ask(), ask(), ask(), ask()])) {
      if (acknowledged) answered.push(acknowledged);
      else {
        expect([status, body.errors?.[0]?.extensions.code]).toEqual([503, 'EVIDENCE_UNAVAILABLE']);
        expect(body.data).toBeUndefined();
        refused += 1;
      }
    }
  }
  return answered;
}

describe('a disk without room under running processes', () => {
  let federation: SeparateFederation;
  let asker: Asker;
  const open = async (folder?: string) => {
    federation = await SeparateFederation.open(folder);
    asker = await Asker.of(federation);
  };

  /** Without a restart: whole answers, all that was ever answered recorded, and every log whole. */
  async function expectRecovered(answered: readonly Acknowledged[]): Promise<void> {
    const whole = await asker.untilWhole();
    expect(federation.ended).toEqual([]);
    expect(unrecorded(federation.dataDirectory, [...answered, whole])).toEqual([]);
    for (const log of LOGS) expect([log, await findingsOf(federation.dataDirectory, log)]).toEqual([log, []]);
  }

  /** Settles when the operational log of the gateway has so many refusals, each line whole. */
  async function untilLogged(refusals: number): Promise<void> {
    const file = path.join(federation.dataDirectory, 'logs', 'gateway.log');
    const logged = () =>
      readFileSync(file, 'utf8')
        .split('\n')
        .slice(0, -1)
        .filter((line) => JSON.parse(line).code === 'EVIDENCE_UNAVAILABLE').length;
    for (const until = Date.now() + PATIENCE_MS; logged() < refusals; ) {
      if (Date.now() > until) throw new Error('the operational log does not go on');
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  it('full file system: nothing goes out, nobody ends, and all goes on by itself once there is room', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'pasarela-full-disk-'));
    const disk = await SmallDisk.mount(folder);
    if (typeof disk === 'string') {
      rmSync(folder, { recursive: true });
      skipUnlessRoot(disk);
      return;
    }
    try {
      await open(folder);
      const before = await asker.untilWhole();
      const answered = await askUntilRefused(asker.ask, () => disk.fill());
      expect(federation.ended).toEqual([]);
      await disk.free();
      await expectRecovered([before, ...answered]);
      await untilLogged(REFUSALS);
    } finally {
      await federation?.close();
      await disk.unmount();
      rmSync(folder, { recursive: true });
    }
  });

  describe('no file may become longer (RLIMIT_FSIZE)', () => {
    beforeAll(() => open());
    afterAll(() => federation?.close());

    it('of the gateway: nothing goes out, and it goes on by itself', async () => {
      const before = await asker.untilWhole();
      const pid = federation.pidOf(GATEWAY_NAME);
      await forbidLongerFiles(pid);
      const answered = await askUntilRefused(asker.ask, async () => undefined);
      expect(answered).toEqual([]);
      await allowLongerFiles(pid);
      await expectRecovered([before]);
      await untilLogged(REFUSALS);
      expect(federation.pidOf(GATEWAY_NAME)).toBe(pid);
    });

    it("of an owner: that owner's part is not given out, the others' is, and it goes on by itself", async () => {
      const before = await asker.untilWhole();
      const pid = federation.pidOf(COLOMBIA);
      await forbidLongerFiles(pid);
      for (let asked = 0; asked < REFUSALS; asked += 1) {
        const { status, body, acknowledged } = await asker.ask();
        expect([status, acknowledged?.owners]).toEqual([200, ASKED.filter((owner) => owner !== COLOMBIA)]);
        expect(body.errors?.map(({ extensions }) => extensions)).toEqual([
          { code: 'SUBGRAPH_UNAVAILABLE', subgraph: COLOMBIA, paths: ['nationalities.@.temporaryProtectionPermits'] },
        ]);
      }
      await allowLongerFiles(pid);
      await expectRecovered([before]);
      expect(federation.pidOf(COLOMBIA)).toBe(pid);
    });

    it('and no process waits for a log that takes nothing: what is stopped ends', async () => {
      for (const name of [COLOMBIA, GATEWAY_NAME]) {
        await forbidLongerFiles(federation.pidOf(name));
        await asker.ask();
        await federation.stop(name);
      }
      expect(federation.ended.sort()).toEqual([COLOMBIA, GATEWAY_NAME]);
    });
  });
});

/** INVARIANT: what is not tested is said, and CI, which is root, fails. */
function skipUnlessRoot(reason: string): void {
  if (process.getuid?.() === 0) throw new Error(`A full file system was not tested: ${reason}`);
  console.error(`SKIPPED, a full file system: only root mounts one (${reason}). Limits on files are tested below.`);
}

import { GATEWAY_NAME } from '@pasarela/gateway/gateway-name';
import { keyFiles } from '@pasarela/schema/identity/key-files';
import { evidenceFolder } from '@pasarela/scripts/start/open-evidence';
import { runCommand } from '../federation/start-product';
import { ASKED } from './asker';
import { Askers } from './askers';
import { findingsOf, unrecorded } from './recorded-leaves';
import { OWNERS, SeparateFederation } from './separate-federation';

/** How often something is killed. */
const KILLS = 50;
const LOGS = [GATEWAY_NAME, ...OWNERS];
/** What is killed, in turn: the gateway, each owner for itself, and all at one moment. */
const VICTIMS: ReadonlyArray<readonly string[]> = [...ASKED.flatMap((owner) => [[GATEWAY_NAME], [owner]]), LOGS];

describe('a federation whose processes are killed under load', () => {
  let federation: SeparateFederation;
  let askers: Askers;
  beforeAll(async () => {
    federation = await SeparateFederation.open();
    askers = await Askers.start(federation);
  });
  afterAll(async () => {
    await askers?.stop();
    await federation?.close();
  });

  it(`${KILLS} times has given no answer without its evidence, and every log verifies each time`, async () => {
    const { dataDirectory } = federation;
    let checked = 0;
    for (let kill = 0; kill < KILLS; kill += 1) {
      const victims = VICTIMS[kill % VICTIMS.length] as readonly string[];
      await askers.untilWhole(1 + (kill % 7) * 4);
      await federation.kill(victims);
      await askers.whileFewAsk(() => federation.start(victims));
      const since = askers.acknowledged.slice(checked);
      checked += since.length;
      const wrong = [];
      for (const log of LOGS) wrong.push(...(await findingsOf(dataDirectory, log)));
      expect({ kill, victims, wrong, unrecorded: unrecorded(dataDirectory, since) }).toEqual({
        kill,
        victims,
        wrong: [],
        unrecorded: [],
      });
    }
    await askers.untilWhole(10);
    await askers.stop();
    expect(unrecorded(dataDirectory, askers.acknowledged)).toEqual([]);
    expect(askers.acknowledged.length).toBeGreaterThan(KILLS * 10);
  });

  it.each([GATEWAY_NAME, ...ASKED])('leaves a log that is whole: npm run verify, %s', async (log) => {
    const { dataDirectory } = federation;
    const words = ['--key', keyFiles.evidencePublic(dataDirectory, log), '--log', evidenceFolder(dataDirectory, log)];
    const verified = await runCommand('verify/main.js', [...words, '--running', '--lang', 'en']);
    expect(verified).toEqual({ code: 0, output: expect.stringContaining(`The log ${log} is whole`) });
  });
});

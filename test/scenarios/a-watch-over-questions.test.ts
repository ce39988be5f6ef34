import { readdirSync, readFileSync, statSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Change } from '@pasarela/scripts/ask/watch/change';
import { watch } from '@pasarela/scripts/ask/watch/watch';
import { parseWatchArguments } from '@pasarela/scripts/ask/watch/watch-arguments';
import { type OpenFederation, openFederation } from '../federation/open-federation';
import { runCommand } from '../federation/start-product';

const BRIEFING = new Date('2026-05-04T06:00:00Z');
const DAY_MS = 86_400_000;
const REVISE = `mutation ($input: ReviseMonthlyCrossingsInput!) { reviseMonthlyCrossings(input: $input) { month } }`;

/** An analyst has a briefing at eight: what of the saved questions is not as it was yesterday? */
describe('a watch over questions', () => {
  let federation: OpenFederation;
  let clock: Date;
  beforeAll(async () => {
    federation = await openFederation();
    clock = BRIEFING;
  });
  afterAll(() => federation.close());

  interface Round {
    readonly words: string[];
    readonly language?: 'en' | 'es';
    /** What happens between one round and the next; the watch is stopped where there is no next. */
    readonly meanwhile?: Array<() => Promise<unknown>>;
    readonly url?: string;
  }

  /** Runs a watch on a clock of the test's own; every wait ends at once. */
  async function run({ words, language = 'en', meanwhile = [], url = federation.gateway.address }: Round) {
    const printed: string[] = [];
    const aside: string[] = [];
    const waits: string[] = [];
    const exitCode = await watch(parseWatchArguments(words, language), {
      language,
      gateway: () => ({ url, address: federation.gateway.address }),
      credentialsFor: (persona) => federation.credentials(persona),
      dataDirectory: federation.dataDirectory,
      now: () => clock,
      waitUntil: async (time) => {
        waits.push(time.toISOString());
        clock = time;
        const next = meanwhile.shift();
        await next?.();
        return next !== undefined;
      },
      print: (text) => printed.push(text),
      aside: (text) => aside.push(text),
    });
    return { exitCode, printed, aside, waits };
  }
  const reports = async (round: Round) => {
    const { printed, exitCode } = await run({ ...round, words: [...round.words, '--json'] });
    return { exitCode, reports: printed.map((line) => JSON.parse(line)) };
  };
  const revise = (month: string, value: number) =>
    federation.ask({
      as: 'administrator.pan',
      purpose: 'MIGRATION_MANAGEMENT',
      query: REVISE,
      variables: {
        input: {
          month,
          value,
          source: 'https://example.invalid/snm',
          expectedRevisions: 1,
          clientKey: `watch-${month}`,
        },
      },
    });
  const stateFiles = () => readdirSync(path.join(federation.dataDirectory, 'watched'));
  const stateText = () =>
    stateFiles()
      .map((name) => readFileSync(path.join(federation.dataDirectory, 'watched', name), 'utf8'))
      .join('\n');

  it('knows nothing at first, and finds nothing new the next morning', async () => {
    const words = ['01', '06', '--as', 'analyst.pan', '--at', '06:00,18:30'];
    const { printed, aside, waits, exitCode } = await run({ words, meanwhile: [async () => undefined] });
    expect(exitCode).toBe(0);
    expect(printed).toHaveLength(4);
    expect(printed[0]).toMatch(/^01\. Crossings .*\nAsked for the first time: \d+ places/);
    expect(printed[2]).toContain('Nothing is new, revised or newly withheld since 2026-05-04T06:00:00.000Z.');
    expect(waits).toEqual(['2026-05-04T18:30:00.000Z', '2026-05-05T06:00:00.000Z']);
    expect(aside[0]).toContain('2026-05-04T18:30:00.000Z');
  });

  it('tells a revision with both figures, in the reader’s language', async () => {
    const words = ['01', '--as', 'analyst.pan', '--every', 'PT6H'];
    const english = await run({ words, meanwhile: [() => revise('2024-04', 29_300)] });
    expect(english.printed[0]).toContain('Nothing is new');
    expect(english.printed[1]).toContain('/ latest: 29,259 -> 29,300');

    const first = await run({ words, language: 'es' });
    expect(first.printed[0]).toContain('Consultada por primera vez');
    const { printed } = await run({ words, language: 'es', meanwhile: [() => revise('2024-05', 30_800)] });
    expect(printed[1]).toMatch(/revisado: .*2024-05 .*: 30\.747 -> 30\.800/);
  });

  it('tells what a changed rule withholds, by which rule, and when it no longer does', async () => {
    const file = path.join(federation.rulesDirectory, 'agreements', 'trilateral-statistics.usa.yaml');
    const shipped = await readFile(file, 'utf8');
    const words = ['07', '--as', 'analyst.pan', '--every', 'P1D'];
    const settled = () => new Promise((resolve) => setTimeout(resolve, 2500));
    const change = async (text: string) => {
      await writeFile(file, text);
      await settled();
    };
    const withheld = shipped.replace('[casesWithIdentifiedVictims, cases]', '[casesWithIdentifiedVictims]');
    expect(withheld).not.toBe(shipped);
    const told = await reports({ words, meanwhile: [() => change(withheld), () => change(shipped)] });
    const [first, after, again] = told.reports;
    expect(first.outcome).toBe('FIRST');
    const kinds = ({ changes }: { changes: Change[] }) =>
      new Set(changes.map(({ kind, column }) => `${kind} ${column}`));
    expect(kinds(after)).toEqual(new Set(['NEWLY_WITHHELD United States: cases']));
    expect(after.changes).toContainEqual(
      expect.objectContaining({ row: expect.stringContaining('Venezuela'), from: expect.any(Number), to: 'WITHHELD' }),
    );
    expect(after.rulesNew).toContainEqual(
      expect.objectContaining({ code: 'WITHHELD', path: 'nationalities.@.usaSmugglingCaseFigures.cases' }),
    );
    expect(after.ruleSetVersion).not.toBe(after.rulesBefore);
    expect(kinds(again)).toEqual(new Set(['NO_LONGER_WITHHELD United States: cases']));
    expect(again.rulesGone).toEqual(after.rulesNew);
  });

  it('a partner that is down is no change: what it had stands, and it is named', async () => {
    const words = ['07', '--as', 'analyst.pan'];
    const usa = federation.subgraphs.find(({ name }) => name === 'usa-smuggling-cases');
    const before = stateText();
    await usa?.close();
    const down = await reports({ words });
    expect(down.exitCode).toBe(0);
    expect(down.reports[0]).toMatchObject({ outcome: 'COMPARED', changes: [] });
    expect(down.reports[0].problems[0]).toContain('usa-smuggling-cases');
    const { printed } = await run({ words, language: 'es' });
    expect(printed[0]).toContain('Los datos de usa-smuggling-cases no están disponibles');
    const casesIn = (text: string) => text.match(/"United States: cases":\{"state":"VALUE","value":\d+/g);
    expect(casesIn(before)?.length).toBeGreaterThan(0);
    expect(casesIn(stateText())).toEqual(casesIn(before));
  });

  it('a refusal and a gateway that is not there are told, and what is known stands', async () => {
    const before = stateText();
    const refused = await reports({ words: ['20', '--as', 'analyst.pan', '--purpose', 'ENFORCEMENT'] });
    expect([refused.exitCode, refused.reports[0].outcome]).toEqual([1, 'REFUSED']);
    const gone = await reports({ words: ['07', '--as', 'analyst.pan'], url: 'http://127.0.0.1:9/graphql' });
    expect([gone.exitCode, gone.reports[0].outcome]).toEqual([1, 'NOT_ANSWERED']);
    expect(stateText()).toContain(before);
  });

  it('keeps figures for its user alone, no text of records, and all of it no longer than agreed', async () => {
    await reports({ words: ['20', '--as', 'investigator.usa', '--case', 'CASE-1'] });
    for (const name of stateFiles())
      expect(statSync(path.join(federation.dataDirectory, 'watched', name)).mode & 0o777).toBe(0o600);
    const records = stateText();
    for (const word of ['OPEN', 'Venezuela', '08051']) expect(records.includes(word)).toBe(word === 'Venezuela');
    clock = new Date(clock.getTime() + 3 * 365 * DAY_MS);
    const { reports: later } = await reports({ words: ['07', '--as', 'analyst.pan'] });
    expect(later[0]).toMatchObject({ outcome: 'FIRST', dropped: true });
  });

  it('is a command: once for a scheduler of one’s own, with help, and clear about what cannot be meant', async () => {
    const settings = { DATA_DIR: federation.dataDirectory, PORT: new URL(federation.gateway.url).port };
    const command = (...words: string[]) => runCommand('ask/main.js', ['watch', ...words], settings);
    const first = await command('06', '--as', 'dashboard.pan');
    expect([first.code, first.output]).toEqual([0, expect.stringContaining('Asked for the first time')]);
    expect((await command('06', '--as', 'dashboard.pan')).output).toContain('Nothing is new');
    expect((await command('--help', '--lang', 'es')).output).toContain('recién retenido');
    expect(await command('06', '--as', 'analyst.pan', '--every', 'P1M')).toMatchObject({
      code: 2,
      output: expect.stringContaining('P1M is no schedule'),
    });
  });
});

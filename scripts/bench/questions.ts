import { loadavg } from 'node:os';
import { PERMITS_AT_SCALE_1 } from '@pasarela/colombia-regularization/seed-synthetic-permits';
import { seedProgress } from '../seed/progress';
import { askAll } from './ask-all';
import { BenchFederation, benchConfig, prepareFederation } from './bench-federation';
import { questionsTable, type SetRun, totalOf } from './questions-table';
import { storedPeople } from './stored-people';
import { inTemporaryFolder } from './temporary-folder';

/** Each in a federation that was just started: what is first asked there finds nothing prepared. */
const ROUNDS = 3;

/** How large the federations are that the saved questions are asked at. */
export interface QuestionsOptions {
  /** Persons stored at least, in one domain alone; the default seed is measured besides. */
  readonly people?: number;
}

/** Measures the set of saved questions at the default seed and, where asked for, with so many people. */
export async function benchQuestions({ people }: QuestionsOptions): Promise<void> {
  for (const scale of people ? [1, people / PERMITS_AT_SCALE_1] : [1]) {
    await inTemporaryFolder(async ({ folder }) => {
      const seeded = await seed(folder, scale);
      process.stdout.write(`${seeded}\n${questionsTable(await measureSet(folder))}\n`);
    });
  }
}

/** Seeds a federation of its own and says whom it holds, counted in its stores. */
async function seed(dataDirectory: string, scale: number): Promise<string> {
  const [start, before] = [performance.now(), process.cpuUsage()];
  const progress = seedProgress();
  await prepareFederation({ dataDirectory, scale, progress: progress.update }).finally(progress.stop);
  const seconds = Math.round((performance.now() - start) / 1000);
  const { user, system } = process.cpuUsage(before);
  const memory = Math.round(process.resourceUsage().maxRSS / 1024);
  const people = await storedPeople(benchConfig(dataDirectory).storeAddress);
  const whole = [...people.values()].reduce((sum, number) => sum + number, 0);
  const parts = [...people].map(([who, number]) => `${number.toLocaleString('en')} ${who}`).join(', ');
  return `${whole.toLocaleString('en')} SYNTHETIC persons are stored: ${parts}. Seeded in ${seconds} s, ${Math.round((user + system) / 1_000_000)} s of processor, with at most ${memory} MB; load average ${load()}.`;
}

async function measureSet(dataDirectory: string): Promise<SetRun[]> {
  const runs: SetRun[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const run = await measureRound(dataDirectory);
    runs.push(run);
    const [first, second] = [totalOf(run.first), totalOf(run.second)].map((total) => (total / 1000).toFixed(2));
    process.stderr.write(`round ${round}: first ${first} s, second ${second} s, load average ${load()}\n`);
  }
  return runs;
}

async function measureRound(dataDirectory: string): Promise<SetRun> {
  const federation = await BenchFederation.start(dataDirectory);
  try {
    const asked = { url: federation.url, dataDirectory };
    return { first: await askAll(asked), second: await askAll(asked) };
  } finally {
    await federation.close();
  }
}

/** How busy this machine is, over the last minute. */
const load = (): string => (loadavg()[0] as number).toFixed(1);

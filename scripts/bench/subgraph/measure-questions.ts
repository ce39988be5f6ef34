import { percentilesOf } from '../gateways/latencies';
import { median } from '../measure';
import type { GatewaySender } from './gateway-sender';
import type { MeasuredChild } from './measured-child';
import type { SubgraphQuestion } from './subgraph-questions';

/** How one kind of question was answered: medians of the rounds. */
export interface MeasuredAnswers {
  readonly what: string;
  /** Entities or rows of an answer. */
  readonly rows: number;
  readonly answers: number;
  readonly p50: number;
  readonly p95: number;
  /** Milliseconds of processor that the subgraph took for one. */
  readonly cpuMs: number;
}

interface Round extends Omit<MeasuredAnswers, 'what'> {}

/** One kind of question in one round: until either is reached, but a few at least. */
const LONGEST_MS = 2_000;
const MOST = 200;
const FEWEST = 5;
const WARM_UP = 20;
/** What the gateway states holds so long: who was asked later than that was right to refuse. */
const STATEMENTS_HOLD_MS = 30_000;

/** Asks each kind of question, one after the other, in turn over the rounds; what is asked before them does not count. */
export async function measureQuestions(
  questions: readonly SubgraphQuestion[],
  { sender, child, rounds }: { sender: GatewaySender; child: MeasuredChild; rounds: number },
): Promise<MeasuredAnswers[]> {
  const asking = questions.map((question) => new Asking(question, sender));
  for (const one of asking) await one.ask(WARM_UP);
  const measured = new Map<Asking, Round[]>(asking.map((one) => [one, []]));
  for (let round = 1; round <= rounds; round += 1)
    for (const one of asking) {
      const before = await child.usage();
      const milliseconds = await one.ask(MOST);
      const cpuMs = ((await child.usage()).cpuMs - before.cpuMs) / milliseconds.length;
      const { p50, p95 } = percentilesOf(milliseconds);
      measured.get(one)?.push({ rows: one.rows, answers: milliseconds.length, p50, p95, cpuMs });
      process.stderr.write(
        `round ${round} of ${rounds}: ${one.what}: p50 ${p50.toFixed(1)} ms, ${cpuMs.toFixed(2)} ms of processor\n`,
      );
    }
  return [...measured].map(([{ what }, all]) => ({ what, ...mediansOf(all) }));
}

function mediansOf(rounds: readonly Round[]): Round {
  const keys = Object.keys(rounds[0] as Round) as Array<keyof Round>;
  return Object.fromEntries(keys.map((key) => [key, median(rounds.map((round) => round[key]))])) as unknown as Round;
}

/** Asks one kind of question, and checks every answer: whole once, and by its bytes from then on. */
class Asking {
  rows = 0;
  private turn = 0;
  private readonly checked = new Map<number, Buffer>();

  constructor(
    private readonly question: SubgraphQuestion,
    private readonly sender: GatewaySender,
  ) {}

  get what(): string {
    return this.question.what;
  }

  /** @returns how long each answer took, in milliseconds, its check not counted. */
  async ask(most: number): Promise<number[]> {
    const milliseconds: number[] = [];
    const until = performance.now() + LONGEST_MS;
    while (milliseconds.length < most && (performance.now() < until || milliseconds.length < FEWEST))
      milliseconds.push(await this.askUndisturbed());
    return milliseconds;
  }

  /** A machine that stands still for a while (it sleeps, its processes are stopped) ends no run: what was asked meanwhile is asked again. */
  private async askUndisturbed(): Promise<number> {
    const started = performance.now();
    const took = await this.askOnce().catch((error) => {
      if (performance.now() - started < STATEMENTS_HOLD_MS) throw error;
      return Number.POSITIVE_INFINITY;
    });
    return took < STATEMENTS_HOLD_MS ? took : this.askOnce();
  }

  private async askOnce(): Promise<number> {
    const { bodies, asker, check } = this.question;
    const at = this.turn++ % bodies.length;
    const started = performance.now();
    const { bytes, data } = await this.sender.send(bodies[at] as string, asker);
    const took = performance.now() - started;
    if (this.checked.get(at)?.equals(bytes) !== true) {
      this.rows = check(data as object, at);
      this.checked.set(at, Buffer.from(bytes));
    }
    return took;
  }
}

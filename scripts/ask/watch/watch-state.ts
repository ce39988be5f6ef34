import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import { z } from 'zod';
import { type Snapshot, snapshotSchema } from './snapshot';

const KEY_BYTES = 32;

const stateSchema = z.strictObject({
  format: z.literal('pasarela-watch-1'),
  /** The key of the fingerprints of texts. */
  key: z.string().min(1),
  questions: z.record(z.string(), snapshotSchema),
});
type State = z.infer<typeof stateSchema>;

/** Whose watch it is: the same asker, purpose, language and gateway go on where they left off. */
export interface WatchOf {
  readonly asker: string;
  readonly purpose: string | undefined;
  readonly language: string;
  readonly url: string;
}

/** What a watch knows of the answers that it had, in a file that its user alone reads. */
export class WatchState {
  private state: State;

  private constructor(
    private readonly file: string,
    state: State,
  ) {
    this.state = state;
  }

  /** Opens the state of a watch under a data directory. @throws Error where the file is none of a watch. */
  static open(dataDirectory: string, watch: WatchOf): WatchState {
    const { asker, purpose = '', language, url } = watch;
    const name = createHash('sha256')
      .update(JSON.stringify([asker, purpose, language, url]))
      .digest('hex')
      .slice(0, 24);
    const file = path.join(dataDirectory, 'watched', `${name}.json`);
    return new WatchState(file, existsSync(file) ? readState(file) : emptyState());
  }

  /** The key of the fingerprints. */
  get key(): string {
    return this.state.key;
  }

  /** What was known of a question when it was asked last. */
  snapshotOf(question: string): Snapshot | undefined {
    return Object.hasOwn(this.state.questions, question) ? this.state.questions[question] : undefined;
  }

  /** Keeps what is known of a question. */
  keep(question: string, snapshot: Snapshot): void {
    this.write({ ...this.state.questions, [question]: snapshot });
  }

  /** Drops what has to be deleted by now, and returns the questions of which it was. */
  dropExpired(now: Date): string[] {
    const entries = Object.entries(this.state.questions);
    const left = entries.filter(([, { deleteBy }]) => deleteBy === null || now < new Date(deleteBy));
    if (left.length === entries.length) return [];
    this.write(Object.fromEntries(left));
    return entries.filter((entry) => !left.includes(entry)).map(([question]) => question);
  }

  private write(questions: State['questions']): void {
    this.state = { ...this.state, questions };
    writeDurably(this.file, `${JSON.stringify(this.state)}\n`);
  }
}

const emptyState = (): State => ({
  format: 'pasarela-watch-1',
  key: randomBytes(KEY_BYTES).toString('base64url'),
  questions: {},
});

function readState(file: string): State {
  const state = stateSchema.safeParse(parsed(readFileSync(file, 'utf8')));
  if (!state.success) throw new Error(`${file} is not the state of a watch. Remove it to begin anew.`);
  return state.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

import { tokenFor } from '@pasarela/scripts/development/token';
import type { SeparateFederation } from './separate-federation';

/** Asks four owners at once. */
const QUESTION = `{ mirrorPeriods { period }
  nationalities(codes: ["VEN", "CUB"]) { code
  darienCrossings(year: 2022) { count { value } }
  temporaryProtectionPermits { permitsDelivered { value } }
  usaSmugglingCaseFigures { cases { value } } } }`;

/** Longer than any machine takes: what is waited for and does not come is a fault, not a slow machine. */
export const PATIENCE_MS = 180_000;

/** An answer that somebody has. */
export interface Acknowledged {
  readonly index: number;
  readonly leafHash: string;
  /** The owners whose values are in it. */
  readonly owners: readonly string[];
}

/** What came back over HTTP. */
export interface Reply {
  readonly status: number;
  readonly body: {
    readonly data?: any;
    readonly errors?: ReadonlyArray<{ readonly extensions: Readonly<Record<string, unknown>> }>;
    readonly extensions?: any;
  };
}

/** What came of a question; acknowledged where it was answered. */
export interface Asked extends Reply {
  readonly acknowledged: Acknowledged | undefined;
}

type Row = Readonly<Record<string, unknown>> | null;
interface Answer {
  readonly mirrorPeriods?: unknown;
  readonly nationalities?: readonly Row[] | null;
}

const isIn =
  (field: string) =>
  ({ nationalities }: Answer) =>
    nationalities?.some((row) => (row?.[field] ?? null) !== null);

/** Whether an answer holds values of an owner. */
const HOLDS: ReadonlyArray<readonly [owner: string, holds: (data: Answer) => boolean | undefined]> = [
  ['colombia-departures', ({ mirrorPeriods }) => Boolean(mirrorPeriods)],
  ['colombia-regularization', isIn('temporaryProtectionPermits')],
  ['panama-darien-flow', isIn('darienCrossings')],
  ['usa-smuggling-cases', isIn('usaSmugglingCaseFigures')],
];

/** The owners that are asked. */
export const ASKED: readonly string[] = HOLDS.map(([owner]) => owner);

/** Somebody with a token and a purpose, at the gateway of a federation. */
export class Asker {
  private constructor(
    private readonly federation: SeparateFederation,
    private readonly headers: Readonly<Record<string, string>>,
  ) {}

  /** A persona; who asks for statistics unless said otherwise. */
  static async of(federation: SeparateFederation, persona = 'analyst.pan', purpose = 'STATISTICS'): Promise<Asker> {
    const token = await tokenFor(persona, federation);
    return new Asker(federation, { authorization: `Bearer ${token}`, 'x-purpose': purpose });
  }

  /** Sends an operation. Rejects where nothing comes back. */
  async send(query: string, variables: object = {}): Promise<Reply> {
    const response = await fetch(this.federation.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...this.headers },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return { status: response.status, body: (await response.json()) as Reply['body'] };
  }

  /** Asks all four owners. */
  readonly ask = async (): Promise<Asked> => {
    const reply = await this.send(QUESTION);
    if (reply.status !== 200) return { ...reply, acknowledged: undefined };
    const { data, extensions } = reply.body;
    const { index, leafHash } = extensions.receipt;
    return { ...reply, acknowledged: { index, leafHash, owners: ownersIn(data) } };
  };

  /** Asks until an answer holds values of all owners: all processes serve. */
  async untilWhole(): Promise<Acknowledged> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until; ) {
      const { acknowledged } = await this.ask();
      if (acknowledged?.owners.length === ASKED.length) return acknowledged;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('no whole answer comes any more');
  }
}

/** Whose values stand in the data. */
const ownersIn = (data: Answer | null): string[] =>
  HOLDS.filter(([, holds]) => data !== null && holds(data)).map(([owner]) => owner);

import { connect, type Socket } from 'node:net';
import { AnswerJudge } from './answer-judge';
import { ReplyReader } from './reply-reader';

/** What a gateway is loaded with. */
export interface GatewayLoad {
  readonly port: number;
  readonly path: string;
  readonly body: string;
  /** Taken in turn; each is a request's `authorization`. None: without. */
  readonly authorizations: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly connections: number;
  /** For so long, */
  readonly seconds: number;
  /** and until so many answers came. */
  readonly answers: number;
  /** The data of a right answer. */
  readonly expected: unknown;
}

/** How a gateway did under load. */
export interface LoadResult {
  /** Right answers; a wrong one ends the load. */
  readonly answers: number;
  readonly seconds: number;
  readonly latencies: readonly number[];
  /** How many answers were read and compared value by value; the others were equal to one of these by their bytes. */
  readonly compared: number;
  /** Bytes of the last answer's body. */
  readonly bytes: number;
}

/** Loads a gateway: each connection asks again once it was answered. @throws at the first wrong answer. */
export async function loadGateway(load: GatewayLoad): Promise<LoadResult> {
  const run = new LoadRun(load);
  const started = performance.now();
  const until = started + load.seconds * 1000;
  await Promise.all(Array.from({ length: load.connections }, () => run.connection(until)));
  const seconds = (performance.now() - started) / 1000;
  return { answers: run.latencies.length, seconds, latencies: run.latencies, compared: run.compared, bytes: run.bytes };
}

class LoadRun {
  readonly latencies: number[] = [];
  bytes = 0;
  private readonly requests: readonly Buffer[];
  private readonly judge: AnswerJudge;
  private turn = 0;

  constructor(private readonly load: GatewayLoad) {
    this.judge = new AnswerJudge(load.expected);
    const { authorizations } = load;
    this.requests = authorizations.length > 0 ? authorizations.map((one) => requestOf(load, one)) : [requestOf(load)];
  }

  get compared(): number {
    return this.judge.compared;
  }

  /** One connection, until an instant. */
  connection(until: number): Promise<void> {
    const socket = connect({ port: this.load.port, host: '127.0.0.1', noDelay: true });
    return new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('close', () => reject(new Error('the gateway closed a connection')));
      socket.once('connect', () => this.askOn(socket, { until, resolve, reject }));
    }).finally(() => socket.destroy());
  }

  private askOn(socket: Socket, { until, resolve, reject }: Turns): void {
    const reader = new ReplyReader();
    let asked = this.ask(socket);
    socket.on('data', (part) => {
      try {
        const reply = reader.take(part);
        if (!reply) return;
        this.latencies.push(performance.now() - asked);
        this.check(reply.status, reply.body);
        if (performance.now() >= until && this.latencies.length >= this.load.answers) resolve();
        else asked = this.ask(socket);
      } catch (error) {
        reject(error);
      }
    });
  }

  private ask(socket: Socket): number {
    socket.write(this.requests[this.turn] as Buffer);
    this.turn = (this.turn + 1) % this.requests.length;
    return performance.now();
  }

  private check(status: number, body: Buffer): void {
    const fault = status === 200 ? this.judge.faultOf(body) : `status ${status}: ${body.toString('utf8', 0, 300)}`;
    if (fault) throw new Error(`A wrong answer: ${fault}`);
    this.bytes = body.length;
  }
}

interface Turns {
  readonly until: number;
  readonly resolve: () => void;
  readonly reject: (error: unknown) => void;
}

function requestOf({ path, port, body, headers }: GatewayLoad, authorization?: string): Buffer {
  const lines = [
    `POST ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    'content-type: application/json',
    'accept: application/json',
    `content-length: ${Buffer.byteLength(body)}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(authorization ? [`authorization: ${authorization}`] : []),
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${body}`);
}

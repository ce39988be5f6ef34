import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { Cores } from './cores';
import type { GatewayRow, RowPlace } from './gateway-row';

/** How long a gateway may take until it answers. */
const PATIENCE_MS = 60_000;
const LOOK_EVERY_MS = 50;
/** How long it may take to end before it is killed. */
const END_MS = 4_000;

/** A gateway that answers, in a process of its own. */
export class RunningGatewayProcess {
  private constructor(
    private readonly child: ChildProcess,
    readonly port: number,
    /** When its process was started, by the clock of this one. */
    readonly startedAt: number,
  ) {}

  /** Starts a gateway on the core that is for it, and waits until it answers. @throws with what it said, when it does not. */
  static async start(row: GatewayRow, place: Omit<RowPlace, 'port'>, cores: Cores): Promise<RunningGatewayProcess> {
    const port = await freePort();
    const { command, words, environment } = await row.prepare({ ...place, port });
    const [first = command, ...rest] = [...cores.gateway, command, ...words];
    const output = path.join(place.directory, 'output.log');
    const descriptor = openSync(output, 'w');
    const startedAt = performance.now();
    const child = spawn(first, rest, {
      stdio: ['ignore', descriptor, descriptor],
      // A group of its own: what it starts ends with it.
      detached: true,
      cwd: place.directory,
      // biome-ignore lint/style/noProcessEnv: a gateway is to find what this process found.
      env: { ...process.env, NODE_ENV: 'production', ...environment },
    });
    closeSync(descriptor);
    const running = new RunningGatewayProcess(child, port, startedAt);
    if (await running.answers()) return running;
    await running.close();
    throw new Error(`it did not start: ${readFileSync(output, 'utf8').trim().slice(-600)}`);
  }

  get pid(): number {
    return this.child.pid as number;
  }

  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.signal('SIGTERM');
    const killed = setTimeout(END_MS, undefined, { ref: false }).then(() => this.signal('SIGKILL'));
    await Promise.race([ended, killed.then(() => ended)]);
  }

  private signal(signal: NodeJS.Signals): void {
    try {
      process.kill(-this.pid, signal);
    } catch {
      // It ended meanwhile.
    }
  }

  /** Whether it answers anything before patience ends. */
  private async answers(): Promise<boolean> {
    for (const until = Date.now() + PATIENCE_MS; Date.now() < until && this.child.exitCode === null; ) {
      const answered = await fetch(`http://127.0.0.1:${this.port}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: '{"query":"{ __typename }"}',
      }).then(
        (response) => response.status < 500,
        () => false,
      );
      if (answered) return true;
      await setTimeout(LOOK_EVERY_MS);
    }
    return false;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';

const SCRIPTS = path.join(path.dirname(schemaDirectory), 'scripts', 'dist');

/** How a command ended. */
export interface CommandEnd {
  readonly code: number | null;
  readonly output: string;
}

/** Environment of a process: nothing of the test runner's own settings but the path. */
export const environment = (settings: Record<string, string>) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  ...settings,
});

/** Runs a built command of the product to its end, as `npm run` would. */
export function runCommand(
  script: string,
  words: readonly string[],
  settings: Record<string, string> = {},
): Promise<CommandEnd> {
  return new Promise((resolve) => {
    execFile(
      process.execPath,
      [path.join(SCRIPTS, script), ...words],
      { env: environment(settings), timeout: 60_000, maxBuffer: 5e7 },
      (error, out, err) =>
        resolve({ code: error ? ((error.code as number | undefined) ?? null) : 0, output: out + err }),
    );
  });
}

/** The product, started as a user starts it. */
export interface StartedProduct {
  readonly process: ChildProcess;
  readonly url: string;
  output(): string;
  /** Ctrl-C: the signal goes to the whole group, as a terminal sends it. Resolves to the exit code. */
  interrupt(): Promise<number | null>;
  /** kill -9 of the whole group. */
  kill(): Promise<void>;
}

/** Starts the product on a free port and waits until it is ready. */
export async function startProduct(
  words: readonly string[],
  settings: Record<string, string>,
): Promise<StartedProduct> {
  const product = await spawnProduct(words, settings);
  for (let attempt = 0; attempt < 600; attempt++) {
    if (product.process.exitCode !== null) throw new Error(`ended while starting: ${product.output()}`);
    if (
      await fetch(`${product.url}/health/ready`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return product;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await product.kill();
  throw new Error('not ready after a minute');
}

/** Starts the product and does not wait. */
export async function spawnProduct(
  words: readonly string[],
  settings: Record<string, string>,
): Promise<StartedProduct> {
  const port = await freePort();
  const child = spawn(process.execPath, [path.join(SCRIPTS, 'start/main.js'), ...words], {
    env: environment({ ...settings, PORT: String(port) }),
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const signal = async (name: 'SIGINT' | 'SIGKILL') => {
    if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
    const ended = once(child, 'exit');
    process.kill(-(child.pid as number), name);
    await ended;
    return child.exitCode;
  };
  return {
    process: child,
    url: `http://127.0.0.1:${port}`,
    output: () => output,
    interrupt: () => signal('SIGINT'),
    kill: async () => void (await signal('SIGKILL')),
  };
}

/** A port that nothing listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as { port: number };
  server.close();
  await once(server, 'close');
  return port;
}

/** Whether any process of a group is left. */
export function groupLives(pid: number): boolean {
  try {
    process.kill(-pid, 0);
    return true;
  } catch {
    return false;
  }
}

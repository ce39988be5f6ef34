import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { transformFileSync } from '@swc/core';
import { Schema } from 'mongoose';
import { openStore } from './connect';

const KILLS = 6;

const AS_COMMONJS = {
  swcrc: false,
  jsc: { parser: { syntax: 'typescript' }, target: 'es2023' },
  module: { type: 'commonjs' },
} as const;

async function compileInto(directory: string): Promise<string> {
  await mkdir(directory);
  for (const file of await readdir(__dirname)) {
    if (!file.endsWith('.ts') || file.includes('.test.')) continue;
    const { code } = transformFileSync(join(__dirname, file), AS_COMMONJS);
    await writeFile(join(directory, `${basename(file, '.ts')}.js`), code);
  }
  return join(directory, 'crash-writer.js');
}

// The compiled copy lies outside the repository, so it is told where the packages are.
const MODULES = join(dirname(require.resolve('mongoose/package.json')), '..');

const started: ChildProcess[] = [];

async function writeAndKill(program: string, address: string, round: number): Promise<string[]> {
  const child = spawn(process.execPath, [program, address, String(round)], {
    env: { ...process.env, NODE_PATH: MODULES },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  started.push(child);
  const exited = once(child, 'exit');
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    output += text;
    if (output.length > 200 * (round + 1)) child.kill('SIGKILL');
  });
  const [, signal] = await exited;
  expect(signal).toBe('SIGKILL');
  // The last line may have been cut off while it was written.
  return output.split('\n').slice(0, -1);
}

describe('a process killed while it writes', () => {
  let directory: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-crash-'));
  });
  afterAll(async () => {
    for (const child of started) child.kill('SIGKILL');
    await rm(directory, { recursive: true });
  });

  test(`loses no acknowledged write over ${KILLS} kills, and leaves a sound file`, async () => {
    const program = await compileInto(join(directory, 'program'));
    const address = `embedded:${join(directory, 'data')}`;
    const acknowledged: string[] = [];
    for (let round = 0; round < KILLS; round++) {
      acknowledged.push(...(await writeAndKill(program, address, round)));
      await expectAllKept(address, acknowledged);
    }
    expect(acknowledged.length).toBeGreaterThan(KILLS * 10);
    const file = new DatabaseSync(join(directory, 'data/crash.sqlite'));
    expect(file.prepare('PRAGMA integrity_check').get()).toEqual({ integrity_check: 'ok' });
    file.close();
  }, 120_000);
});

async function expectAllKept(address: string, acknowledged: string[]): Promise<void> {
  const store = await openStore({ address, database: 'crash' });
  const Entry = store.connection.model(
    'Entry',
    new Schema({ _id: String, n: Number, twin: String }, { autoIndex: false }),
  );
  const kept = new Set((await Entry.find().lean()).map(({ _id }) => _id));
  expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
  expect(await Entry.countDocuments()).toBe(kept.size);
  expect(await Entry.countDocuments({ n: { $gte: 0 } })).toBe(kept.size);
  const byTwin = await Entry.countDocuments({ twin: { $gte: '' } });
  expect(byTwin).toBe(kept.size);
  await store.close();
}

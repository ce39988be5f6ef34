import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Schema } from 'mongoose';
import { openStore } from './connect';

const caseSchema = () => new Schema({ _id: String, status: { type: String, index: true } });

describe('openStore', () => {
  let directory: string;
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'store-connect-'));
  });
  afterEach(() => rm(directory, { recursive: true }));

  const open = (options: object = {}) =>
    openStore({ address: `embedded:${directory}/deep/er`, database: 'cases', ...options });

  test('makes the directory and the file, is ready until closed, and finds its documents again', async () => {
    const store = await open();
    expect(existsSync(join(directory, 'deep/er/cases.sqlite'))).toBe(true);
    expect(await store.ready()).toBe(true);
    const Case = store.connection.model('Case', caseSchema());
    await Case.insertMany([
      { _id: 'a', status: 'x' },
      { _id: 'b', status: 'y' },
    ]);
    await store.close();
    expect(await store.ready()).toBe(false);
    const again = await open({ durable: true });
    const Again = again.connection.model('Case', caseSchema());
    expect(await Again.countDocuments()).toBe(2);
    expect(await Again.find({ status: 'y' }).lean()).toMatchObject([{ _id: 'b' }]);
    await again.close();
  });

  test('gives each caller a connection of its own, even on one file', async () => {
    const [first, second, other] = [await open(), await open(), await open({ database: 'other' })];
    const First = first.connection.model('Case', caseSchema());
    const Second = second.connection.model('Case', caseSchema());
    await First.create({ _id: 'a' });
    await first.close();
    expect(await Second.countDocuments()).toBe(1);
    expect(await other.connection.model('Case', caseSchema()).countDocuments()).toBe(0);
    await Promise.all([second.close(), other.close()]);
  });

  test('refuses a file that another process has open', async () => {
    const store = await open();
    const script = `new (require('node:sqlite').DatabaseSync)(process.argv[1], { timeout: 0 }).prepare('SELECT * FROM sqlite_schema').all()`;
    const attempt = promisify(execFile)(process.execPath, ['-e', script, join(directory, 'deep/er/cases.sqlite')]);
    await expect(attempt).rejects.toMatchObject({ stderr: expect.stringContaining('database is locked') });
    await store.close();
  });

  test('says so when the file is no store', async () => {
    await writeFile(join(directory, 'cases.sqlite'), 'this is not a database, whatever its name says');
    await expect(openStore({ address: `embedded:${directory}`, database: 'cases' })).rejects.toThrow('not a database');
  });

  test.each([
    ['embedded:relative/directory', 'cases', 'not absolute'],
    ['postgres://user:secret@host/', 'cases', 'no known scheme'],
    ['', 'cases', 'no known scheme'],
    ['mongodb://', 'cases', 'no known scheme'],
    ['embedded:/tmp/never', '../escape', 'database name'],
    ['embedded:/tmp/never', '', 'database name'],
  ])('refuses %p with database %p in one clear error', async (address, database, problem) => {
    const error = await openStore({ address, database }).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'STORE_ADDRESS_INVALID', message: expect.stringContaining(problem) });
    expect((error as Error).message).not.toContain('secret');
  });

  test('leaves MongoDB addresses to MongoDB, and fails when nothing answers', async () => {
    const address = 'mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=50';
    await expect(openStore({ address, database: 'cases' })).rejects.toMatchObject({
      name: 'MongooseServerSelectionError',
    });
  });

  test('builds indexes for models that want them, and not for others', async () => {
    const store = await open();
    const Indexed = store.connection.model('Indexed', caseSchema());
    const Bare = store.connection.model('Bare', caseSchema().set('autoIndex', false));
    await Promise.all([Indexed.init(), Bare.init()]);
    expect(await Indexed.listIndexes()).toHaveLength(2);
    expect(await Bare.listIndexes()).toHaveLength(1);
    await store.close();
  });
});

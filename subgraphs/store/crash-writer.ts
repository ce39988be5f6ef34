import { Schema } from 'mongoose';
import { openStore } from './connect';

// An embedded write never lets the event loop turn: a line that a full pipe did not take at once would never go out.
const tell = (line: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(`${line}\n`, () => done());
  });

/** Writes documents one by one for ever, printing each _id once its write was acknowledged; killed by the crash test. */
export async function writeUntilKilled(address: string, round: string): Promise<never> {
  const { connection } = await openStore({ address, database: 'crash' });
  const schema = new Schema({ _id: String, n: { type: Number, index: true }, twin: { type: String, unique: true } });
  const Entry = connection.model('Entry', schema);
  await Entry.init();
  for (let n = 0; ; n++) {
    const entry = { _id: `${round}-${n}`, n, twin: `${round}-${n}` };
    if (n % 3 === 0) await Entry.insertMany([entry, { ...entry, _id: `${entry._id}-2`, twin: `${entry.twin}-2` }]);
    else await Entry.create(entry);
    await tell(entry._id);
  }
}

if (require.main === module) void writeUntilKilled(process.argv[2] as string, process.argv[3] as string);

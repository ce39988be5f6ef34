import { openStore } from '@pasarela/store/connect';
import { changeCounted } from '../statistics/change-counted';
import { StatisticsDesk } from '../statistics/statistics-desk';
import { storedReleaseModel } from '../statistics/stored-release.model';
import { PEOPLE_STATISTICS, type PersonRow, PLACES_AND_SEXES, personModel } from './counted-people';

const KINDS: ReadonlyArray<Partial<PersonRow>> = [
  { place: 'b' },
  { sex: 'M' },
  { place: 'c' },
  { sex: 'F' },
  { place: 'a' },
];
/** A release is made after so many writes. */
const RELEASE_EVERY = 20;

// An embedded write never lets the event loop turn: a line that a full pipe did not take at once would never go out.
const tell = (line: string): Promise<void> =>
  new Promise((done) => {
    process.stdout.write(`${line}\n`, () => done());
  });

/** Moves people from cell to cell for ever and makes releases between, a line each time; killed by a test. */
async function writeUntilKilled(address: string): Promise<never> {
  const { connection } = await openStore({ address, database: 'people' });
  const now = () => new Date('2026-01-15T12:00:00Z');
  const desk = await StatisticsDesk.open({ statistics: PEOPLE_STATISTICS, connection, now, onFault: console.error });
  const ids = await personModel(connection).distinct('_id');
  let number = await storedReleaseModel(connection).countDocuments();
  for (let turn = 0; ; turn += 1) {
    const id = ids[turn % ids.length] as string;
    const to = () => KINDS[turn % KINDS.length] as Partial<PersonRow>;
    await changeCounted({ statistics: PEOPLE_STATISTICS, model: personModel(connection), id, to }, connection);
    if (turn % RELEASE_EVERY === RELEASE_EVERY - 1)
      number = (await desk.makeNumber(PLACES_AND_SEXES, number + 1)).number;
    await tell('written');
  }
}

if (require.main === module) void writeUntilKilled(process.argv[2] as string);

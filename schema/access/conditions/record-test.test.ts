import { TRAVELLER } from '../../testing/arbitrary-conditions';
import { subjectOf } from '../../testing/rules';
import { conditionText } from './parse-condition';
import { EVERY, NO_RECORD } from './record-filter';
import { RecordTest } from './record-test';

const whenTrue = (text: object) => RecordTest.whenTrue(conditionText.parse(text), subjectOf(), TRAVELLER);
const whenFalse = (text: object) => RecordTest.whenFalse(conditionText.parse(text), subjectOf(), TRAVELLER);

/** The answer on one record: true, false or unknown. */
function answer(text: object, record: object): string {
  const [holds, fails] = [whenTrue(text).holds(record), whenFalse(text).holds(record)];
  expect(holds && fails).toBe(false);
  return holds ? 'true' : fails ? 'false' : 'unknown';
}

describe('RecordTest: one value', () => {
  it.each<[object, object, string]>([
    [{ role: 'SUSPECT' }, { role: 'SUSPECT' }, 'true'],
    [{ role: 'SUSPECT' }, { role: 'WITNESS' }, 'false'],
    [{ role: 'SUSPECT' }, { role: '' }, 'false'],
    [{ role: 'SUSPECT' }, { role: null }, 'unknown'],
    [{ role: 'SUSPECT' }, {}, 'unknown'],
    [{ role: 'SUSPECT' }, { role: 7 }, 'unknown'],
    [{ role: 'SUSPECT' }, { role: { SUSPECT: true } }, 'unknown'],
    [{ role: 'SUSPECT' }, { role: ['SUSPECT'] }, 'unknown'],
    [{ role: 'SUSPECT' }, { role: [] }, 'unknown'],
    [{ minor: true }, { minor: false }, 'false'],
    [{ minor: true }, { minor: 1 }, 'unknown'],
    [{ minor: true }, { minor: 'true' }, 'unknown'],
    [{ companions: { $gte: 3 } }, { companions: 3 }, 'true'],
    [{ companions: { $gte: 3 } }, { companions: 2.9 }, 'false'],
    [{ companions: { $gte: 3 } }, { companions: '9' }, 'unknown'],
    [{ companions: { $gte: 3 } }, { companions: [1, 9] }, 'unknown'],
    [{ crossedOn: { $lte: '2026-01-15' } }, { crossedOn: '2026-01-15' }, 'true'],
    [{ crossedOn: { $lte: '2026-01-15' } }, { crossedOn: '2026-01-16' }, 'false'],
    [{ crossedOn: { $lte: '2026-01-15' } }, { crossedOn: new Date('2026-01-01') }, 'unknown'],
    [{ nationality: 'COL' }, { holder: { nationality: 'COL' } }, 'true'],
    [{ nationality: 'COL' }, { nationality: 'COL' }, 'unknown'],
    [{ nationality: 'COL' }, { holder: [{ nationality: 'COL' }] }, 'unknown'],
    [{ nationality: 'COL' }, { holder: [{ nationality: 'PAN' }] }, 'unknown'],
    [{ nationality: 'COL' }, { holder: 'COL' }, 'unknown'],
  ])('%j of %j is %s', (text, record, expected) => {
    expect(answer(text, record)).toBe(expected);
  });
});

describe('RecordTest: a list', () => {
  it.each<[object, unknown, string]>([
    [{ claims: 'COL' }, ['PAN', 'COL'], 'true'],
    [{ claims: 'COL' }, ['PAN'], 'false'],
    [{ claims: 'COL' }, [], 'false'],
    [{ claims: 'COL' }, 'COL', 'unknown'],
    [{ claims: 'COL' }, 'PAN', 'unknown'],
    [{ claims: 'COL' }, null, 'unknown'],
    [{ claims: 'COL' }, undefined, 'unknown'],
    [{ claims: 'COL' }, ['PAN', null], 'unknown'],
    [{ claims: 'COL' }, ['COL', null], 'true'],
    [{ claims: 'COL' }, ['PAN', 7], 'unknown'],
    [{ claims: 'COL' }, ['PAN', ['COL']], 'unknown'],
    [{ claims: 'COL' }, ['PAN', {}], 'unknown'],
    [{ claims: 'COL' }, 7, 'unknown'],
    [{ claims: { $in: ['COL', 'PAN'] } }, ['USA', 'PAN'], 'true'],
    [{ $and: [{ claims: 'COL' }, { claims: 'PAN' }] }, ['COL', 'PAN'], 'true'],
    [{ counts: 2 }, [1, 3], 'false'],
    [{ marks: true }, [false], 'false'],
    [{ marks: true }, [false, 'true'], 'unknown'],
  ])('%j of %j is %s', (text, claims, expected) => {
    const [attribute] = JSON.stringify(text).match(/claims|counts|marks/) as [string];
    expect(answer(text, claims === undefined ? {} : { [attribute]: claims })).toBe(expected);
  });
});

describe('RecordTest: several parts', () => {
  const [known, unknown] = [{ role: 'SUSPECT', minor: false }, { role: 'SUSPECT' }];

  it.each<[string, object, object, string]>([
    ['true and true', { role: 'SUSPECT', minor: false }, known, 'true'],
    ['true and unknown', { role: 'SUSPECT', minor: false }, unknown, 'unknown'],
    ['false and unknown', { role: 'WITNESS', minor: false }, unknown, 'false'],
    ['true or unknown', { $or: [{ role: 'SUSPECT' }, { minor: false }] }, unknown, 'true'],
    ['false or unknown', { $or: [{ role: 'WITNESS' }, { minor: false }] }, unknown, 'unknown'],
    ['false or false', { $or: [{ role: 'WITNESS' }, { minor: true }] }, known, 'false'],
    ['an attribute that the type does not have', { rank: 'X' }, { rank: 'X' }, 'unknown'],
  ])('%s', (_, text, record, expected) => {
    expect(answer(text, record)).toBe(expected);
  });
});

describe('RecordTest', () => {
  const OPEN = { role: 'SUSPECT' };
  const TRUE = { $purpose: 'MIGRATION_MANAGEMENT' };
  const FALSE = { $purpose: 'AUDIT' };

  it('is settled where the request alone decides', () => {
    expect([whenTrue(TRUE).settled, whenFalse(TRUE).settled]).toEqual([true, false]);
    expect([whenTrue(FALSE).settled, whenFalse(FALSE).settled]).toEqual([false, true]);
    expect([whenTrue({ rank: 'X' }).settled, whenFalse({ rank: 'X' }).settled]).toEqual([false, false]);
    expect([whenTrue(OPEN).settled, whenFalse(OPEN).settled]).toEqual([undefined, undefined]);
    expect([RecordTest.ALWAYS.settled, RecordTest.NEVER.settled]).toEqual([true, false]);
  });

  it('holds for no record only where it holds for every one', () => {
    expect([RecordTest.ALWAYS, whenTrue(TRUE)].map((test) => test.holds(undefined))).toEqual([true, true]);
    expect([RecordTest.NEVER, whenTrue(OPEN), whenFalse(OPEN)].map((test) => test.holds(undefined))).toEqual([
      false,
      false,
      false,
    ]);
  });

  it('holds where all of several do, and of none always', () => {
    const both = RecordTest.all([whenTrue(OPEN), whenTrue({ minor: true })]);
    expect(both.holds({ role: 'SUSPECT', minor: true })).toBe(true);
    expect(both.holds({ role: 'SUSPECT', minor: false })).toBe(false);
    expect(RecordTest.all([]).filter).toBe(EVERY);
    expect(RecordTest.all([whenTrue(OPEN), RecordTest.NEVER]).filter).toBe(NO_RECORD);
    expect(RecordTest.all([RecordTest.ALWAYS, RecordTest.ALWAYS]).settled).toBe(true);
  });
});

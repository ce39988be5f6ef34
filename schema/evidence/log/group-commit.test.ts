import { GroupCommit } from './group-commit';

/** Commits that a test ends when it likes. */
function heldCommits() {
  const batches: { items: readonly number[]; end: () => void; fail: (error: Error) => void }[] = [];
  const commit = (items: readonly number[]) =>
    new Promise<string[]>((resolve, reject) =>
      batches.push({ items, end: () => resolve(items.map((item) => `done ${item}`)), fail: reject }),
    );
  return { batches, commit };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));
/** What a promise came to; undefined when it still waits. */
const settled = <Value>(promise: Promise<Value>) => Promise.race([promise, turn().then(() => undefined)]);

describe('GroupCommit', () => {
  it('commits at once when idle, and together what arrived meanwhile', async () => {
    const { batches, commit } = heldCommits();
    const group = new GroupCommit({ commit, most: 3 });
    const first = group.add(1);
    await turn();
    const others = [2, 3, 4, 5].map((item) => group.add(item));
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1]]);
    batches[0]?.end();
    await turn();
    expect(await first).toBe('done 1');
    batches[1]?.end();
    await turn();
    batches[2]?.end();
    expect(await Promise.all(others)).toEqual(['done 2', 'done 3', 'done 4', 'done 5']);
    expect(batches.map(({ items }) => items)).toEqual([[1], [2, 3, 4], [5]]);
    await group.idle();
  });

  it('commits together what arrives in one turn of the event loop', async () => {
    const { batches, commit } = heldCommits();
    const group = new GroupCommit({ commit, most: 3 });
    const added = [group.add(1)];
    process.nextTick(() => added.push(group.add(2)));
    await new Promise((resolve) => process.nextTick(resolve));
    await undefined;
    added.push(group.add(3));
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1, 2, 3]]);
    batches[0]?.end();
    expect(await Promise.all(added)).toEqual(['done 1', 'done 2', 'done 3']);
  });

  it('fails all that waits when a commit fails, and commits again what comes after', async () => {
    const { batches, commit } = heldCommits();
    const group = new GroupCommit({ commit, most: 10 });
    const first = group.add(1);
    await turn();
    const waiting = group.add(2);
    batches[0]?.fail(new Error('no disk'));
    await expect(first).rejects.toThrow('no disk');
    await expect(waiting).rejects.toThrow('no disk');
    const later = group.add(3);
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[1], [3]]);
    batches[1]?.end();
    expect(await later).toBe('done 3');
  });

  it('rests after a commit that served several as long as it took, fifty milliseconds at most', async () => {
    const { batches, commit } = heldCommits();
    const waits: { milliseconds: number; end: () => void }[] = [];
    let now = 1_000;
    const wait = (milliseconds: number) =>
      new Promise<void>((resolve) => waits.push({ milliseconds, end: () => resolve() }));
    const group = new GroupCommit({ commit, most: 10, clock: { now: () => now, wait } });
    const served = async (items: readonly number[], took: number) => {
      const added = items.map((item) => group.add(item));
      await turn();
      waits.shift()?.end();
      await turn();
      now += took;
      batches.shift()?.end();
      await Promise.all(added);
    };
    await served([1], 30);
    expect([waits.length, batches.length]).toEqual([0, 0]);
    await served([2, 3], 30);
    now += 10;
    const rested = group.add(4);
    await turn();
    expect([waits.map(({ milliseconds }) => milliseconds), batches.length]).toEqual([[20], 0]);
    const company = group.add(5);
    now += 20;
    waits.shift()?.end();
    await turn();
    expect(batches.map(({ items }) => items)).toEqual([[4, 5]]);
    now += 900;
    batches.shift()?.end();
    await Promise.all([rested, company]);
    const last = group.add(6);
    await turn();
    expect(waits.map(({ milliseconds }) => milliseconds)).toEqual([50]);
    waits.shift()?.end();
    await turn();
    now += 30;
    batches.shift()?.end();
    await last;
    await served([7], 1);
    expect(waits).toEqual([]);
  });

  it('forgets nothing, in whichever turn it is added', async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      const group = new GroupCommit({ commit: async (items: readonly number[]) => items, most: 10 });
      const first = group.add(1);
      for (let passed = 0; passed < turns; passed += 1) await undefined;
      const later = group.add(2);
      await turn();
      await turn();
      expect([turns, await settled(first), await settled(later)]).toEqual([turns, 1, 2]);
    }
  });
});

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

  describe('in a process that is busy', () => {
    let now: number;
    let busy: number;
    let waits: { milliseconds: number; end: () => void }[];
    let commits: ReturnType<typeof heldCommits>;
    let group: GroupCommit<number, string>;

    beforeEach(() => {
      [now, busy, waits, commits] = [1_000, 0.5, [], heldCommits()];
      const wait = (milliseconds: number) =>
        new Promise<void>((resolve) => waits.push({ milliseconds, end: () => resolve() }));
      const clock = { now: () => now, wait, busyFromNow: () => () => busy };
      group = new GroupCommit({ commit: commits.commit, most: 3, clock });
    });

    /** Commits items that find no rest, in so many milliseconds. */
    const commitAll = async (items: readonly number[], took: number) => {
      const added = items.map((item) => group.add(item));
      await turn();
      expect(waits).toEqual([]);
      now += took;
      commits.batches.shift()?.end();
      await Promise.all(added);
    };
    const restOf = async (item: number) => {
      void group.add(item);
      await turn();
      return waits.map(({ milliseconds }) => milliseconds);
    };

    it('rests after a commit that served several, as long as it took, and takes who comes meanwhile', async () => {
      await commitAll([1, 2], 30);
      now += 10;
      expect([await restOf(3), commits.batches.length]).toEqual([[20], 0]);
      void group.add(4);
      waits[0]?.end();
      await turn();
      expect(commits.batches.map(({ items }) => items)).toEqual([[3, 4]]);
    });

    it('rests fifty milliseconds at most, also where the clock goes back', async () => {
      await commitAll([1, 2], 900);
      now -= 3_600_000;
      expect(await restOf(3)).toEqual([50]);
    });

    it.each([
      ['after a commit that served one', [1], 30, 0.5],
      ['after one that took no time', [1, 2], 0.9, 0.5],
      ['where the process was not busy', [1, 2], 30, 0.49],
    ])('does not rest %s', async (_, items, took, share) => {
      busy = share;
      await commitAll(items, took);
      expect([await restOf(3), commits.batches.length]).toEqual([[], 1]);
    });

    it('does not rest where no more can join', async () => {
      await commitAll([1, 2], 30);
      for (const item of [3, 4, 5]) void group.add(item);
      await turn();
      expect([waits, commits.batches.map(({ items }) => items)]).toEqual([[], [[3, 4, 5]]]);
    });
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

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
    const group = new GroupCommit(commit, 3);
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
    const group = new GroupCommit(commit, 3);
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
    const group = new GroupCommit(commit, 10);
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

  it('forgets nothing, in whichever turn it is added', async () => {
    for (let turns = 0; turns < 20; turns += 1) {
      const group = new GroupCommit(async (items: readonly number[]) => items, 10);
      const first = group.add(1);
      for (let passed = 0; passed < turns; passed += 1) await undefined;
      const later = group.add(2);
      await turn();
      await turn();
      expect([turns, await settled(first), await settled(later)]).toEqual([turns, 1, 2]);
    }
  });
});

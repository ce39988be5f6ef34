import fc from 'fast-check';
import { InboxItem } from './inbox-item';
import { inOrder } from './inbox-of';

const item = (id: string, until: string | null, since = '2026-01-01T00:00:00.000Z') =>
  Object.assign(new InboxItem(), { id, until, since });
const idsOf = (items: InboxItem[]) => items.toSorted(inOrder).map(({ id }) => id);

describe('the order of an inbox', () => {
  it('has what ends soonest first, then the newest, then the first by name', () => {
    const items = [
      item('old', null, '2025-01-01T00:00:00.000Z'),
      item('later', '2026-12-01T00:00:00.000Z'),
      item('b', null),
      item('a', null),
      item('soon', '2026-02-01T00:00:00.000Z'),
    ];
    expect(idsOf(items)).toEqual(['soon', 'later', 'a', 'b', 'old']);
  });

  it('is the same in whatever order the items come', () => {
    const instant = fc.constantFrom('2026-01-01T00:00:00.000Z', '2026-01-02T00:00:00.000Z');
    const any = fc.uniqueArray(fc.tuple(fc.string(), fc.option(instant), instant), { selector: ([id]) => id });
    fc.assert(
      fc.property(any, fc.func(fc.integer()), (rows, shuffle) => {
        const items = rows.map(([id, until, since]) => item(id, until, since));
        const shuffled = items.toSorted((one, other) => shuffle(one.id) - shuffle(other.id));
        expect(idsOf(shuffled)).toEqual(idsOf(items));
      }),
    );
  });
});

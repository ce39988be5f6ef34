import { SharedReply } from './shared-reply';

const replyOf = (data: object) =>
  new SharedReply({ text: JSON.stringify({ data }), data, errors: [], leaf: undefined });

it('is one for all who only read', () => {
  const reply = replyOf({ a: 1 });
  expect(reply.data(false)).toBe(reply.data(false));
});

it('is theirs alone who will change it, for whoever came before and comes after', () => {
  const reply = replyOf({ a: 1 });
  reply.data(false);
  const changed = reply.data(true) as { a: number };
  changed.a = 2;
  const [again, read] = [reply.data(true), reply.data(false)];
  expect([again, read]).toEqual([{ a: 1 }, { a: 1 }]);
  expect(again).not.toBe(read);
});

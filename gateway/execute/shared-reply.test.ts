import { SharedReply } from './shared-reply';

const replyOf = (data: object) =>
  new SharedReply({ bytes: Buffer.from(JSON.stringify({ data })), data, isChecked: true, errors: [], leaf: undefined });

it('is one for all who only read', () => {
  const reply = replyOf({ a: 1 });
  expect(reply.data(false).value).toBe(reply.data(false).value);
});

it('is theirs alone who will change it, for whoever came before and comes after', () => {
  const reply = replyOf({ a: 1 });
  reply.data(false);
  const changed = reply.data(true).value as { a: number };
  changed.a = 2;
  const [again, read] = [reply.data(true), reply.data(false)];
  expect([again.value, read.value]).toEqual([{ a: 1 }, { a: 1 }]);
  expect(again.value).not.toBe(read.value);
});

it('is to be checked where it is read anew', () => {
  const reply = replyOf({ a: 1 });
  expect([reply.data(true).isChecked, reply.data(false).isChecked]).toEqual([true, false]);
});

import { compileFind } from './find-objects';
import { SHARED_TEXT } from './shared-text';

const find = compileFind(['users', '@', 'reviews', '@', 'product'], new Set(['users.@', 'users.@.reviews.@.product']));

it('finds objects with what holds them, and passes over what is not there', () => {
  const [one, other] = [{ upc: '1' }, { upc: '2' }];
  const root = {
    users: [
      { reviews: [{ product: one }, null, { product: null }] },
      null,
      { reviews: null },
      { reviews: [{ product: other }] },
    ],
  };
  expect(find(root)).toEqual({
    objects: [one, other],
    holders: [{ product: one }, { product: other }],
    keys: ['product', 'product'],
  });
  expect(find({}).objects).toEqual([]);
  expect(find({ users: 'secret' }).objects).toEqual([]);
});

it('finds what stands in lists of lists', () => {
  const seats = compileFind(['seats', '@', '@'], new Set());
  expect(seats({ seats: [[{ row: 1 }], null, [null, { row: 2 }]] })).toMatchObject({
    objects: [{ row: 1 }, { row: 2 }],
    keys: [0, 1],
  });
});

it('looks once at what is one object of several, at its place and below', () => {
  const product = { upc: '1', [SHARED_TEXT]: '' };
  const user = { reviews: [{ product }, { product }], [SHARED_TEXT]: '' };
  expect(find({ users: [user, user] }).objects).toEqual([product]);
});

it('does not find what objects inherit (threat 45)', () => {
  for (const name of ['__proto__', 'constructor']) expect(compileFind([name], new Set())({}).objects).toEqual([]);
});

/** A user of the benchmark. */
export interface UserRow {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly birthday: number;
}

/** A product of the benchmark. */
export interface ProductRow {
  readonly upc: string;
  readonly name: string;
  readonly price: number;
  readonly weight: number;
  readonly inStock: boolean;
}

/** A review of the benchmark. */
export interface ReviewRow {
  readonly id: string;
  readonly body: string;
  readonly authorId: string;
  readonly upc: string;
}

/** Synthetic: as many that the reply to the benchmark's query has about 87 KB. */
export const USERS: readonly UserRow[] = range(6).map((index) => ({
  id: `${index + 1}`,
  name: `Synthetic User ${index + 1}`,
  username: `@user-${index + 1}`,
  birthday: 1960 + index,
}));

const NAMES = ['Table', 'Couch', 'Glass', 'Chair', 'TV', 'Lamp', 'Grill', 'Fridge', 'Sofa'];

/** Synthetic, as the users are. */
export const PRODUCTS: readonly ProductRow[] = NAMES.map((name, index) => ({
  upc: `${index + 1}`,
  name,
  // Beyond a price shipping is free, so one product is above it.
  price: [899, 1299, 15, 499, 1299, 59, 399, 1000, 699][index] as number,
  weight: [100, 1000, 20, 100, 1000, 60, 40, 6000, 900][index] as number,
  inStock: index % 3 !== 1,
}));

const BODIES = [
  'Love it!',
  'Too expensive.',
  'Could be better.',
  'Prefer something else.',
  'It broke, and was mended.',
];

/** Who wrote on what, as pairs of user and product. */
const WRITTEN: ReadonlyArray<readonly [number, number]> = [
  [1, 1],
  [1, 2],
  [1, 3],
  [1, 5],
  [2, 1],
  [2, 3],
  [2, 4],
  [2, 2],
  [3, 1],
  [3, 2],
  [3, 6],
  [3, 4],
  [4, 5],
  [4, 1],
  [4, 3],
  [5, 6],
  [5, 2],
  [5, 4],
  [6, 7],
  [6, 4],
  [6, 1],
  [3, 3],
  [5, 1],
  [1, 4],
];

/** Synthetic, as the users are. */
export const REVIEWS: readonly ReviewRow[] = WRITTEN.map(([user, product], index) => ({
  id: `${index + 1}`,
  body: BODIES[index % BODIES.length] as string,
  authorId: `${user}`,
  upc: `${product}`,
}));

/** What it costs to send a product: nothing above a price. */
export const shippingEstimate = ({ price, weight }: Pick<ProductRow, 'price' | 'weight'>): number =>
  price > 1000 ? 0 : Math.round(weight * 0.5);

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** What every SDL of the test federation begins with. */
const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@interfaceObject", "@override", "@inaccessible"])
scalar Json
scalar Day
enum Unit { METRIC IMPERIAL }
input Range { from: Int = 1, to: Int, unit: Unit! = METRIC, tags: [String!] = ["a"], inner: Range }
type Size @shareable { wide: Int!, high: Int, unit: Unit }
`;

const CATALOG = `${LINK}
enum Genre { NOVEL ESSAY DRAMA }
interface Titled { title(long: Boolean): String, genre: Genre }
interface Media @key(fields: "id") { id: ID!, title(long: Boolean): String, year: Int! }
type Book implements Media & Titled @key(fields: "id") { id: ID!, title(long: Boolean): String, year: Int!, genre: Genre, pages(range: Range): Int, author: Person!, chapters: [[Chapter!]]!, grid: [[Int]!] }
type Film implements Media & Titled @key(fields: "id") { id: ID!, title(long: Boolean): String, year: Int!, genre: Genre, director: Person, cast: [Person!], released: Day }
type Album implements Media @key(fields: "id") { id: ID!, title(long: Boolean): String, year: Int!, tracks: [Track] }
type Track implements Titled { title(long: Boolean): String, genre: Genre, length: Float!, extra: Json }
type Chapter { heading: String!, pages: Int, mentions: [Person] }
union Work = Book | Film | Track
type Person @key(fields: "id") { id: ID!, works(first: Int = 2): [Work!] }
type Product @key(fields: "id") @key(fields: "sku maker { code }") { id: ID!, sku: String!, maker: Maker!, label: String, about: Work, size: Size @shareable, price: Int, priceIn(unit: Unit!, per: Int): Int }
type Maker @key(fields: "code") { code: Int!, name: String @shareable, origin: Place! }
type Place { city: String, country: String! }
type Query { media(first: Int): [Media!], oneMedia(id: ID!): Media, works: [Work], products(range: Range = { to: 3 }): [Product!]!, product(id: ID): Product, titled: [Titled!]!, greeting: String @shareable, anyone: Person }
type Mutation { addBook(title: String!, range: Range): Book, addProduct: Product!, failCatalog(unit: Unit = IMPERIAL): Int }
`;

const PEOPLE = `${LINK}
union Subject = Person | Club
interface Named { name: String!, nick(longest: Int): String }
type Person implements Named @key(fields: "id") @key(fields: "country number") { id: ID!, country: String!, number: Int!, name: String! @shareable, nick(longest: Int): String! @shareable, born: Day, friends(first: Int = 3): [Person!]!, boss: Person, club: Club, home: Size @shareable, tags: [String]!, constructor: String, settings: Json }
type Club implements Named @key(fields: "code") { code: Int!, name: String!, nick(longest: Int): String, members: [Person], head: Person!, likes: [Subject!] }
type Query { people(units: [Unit!]): [Person], person(id: ID!): Person!, subjects: [Subject], named: [Named!], club: Club, greeting: String @shareable }
type Mutation { rename(id: ID!, name: String): Person, addClub: Club! }
`;

const REVIEWS = `${LINK}
type Media @key(fields: "id") @interfaceObject { id: ID!, reviews(first: Int): [Review]!, rating: Float, best: Review, related: [Media] }
type Review @key(fields: "id") { id: ID!, stars: Int!, text: String, by: Person @provides(fields: "name"), about: Media!, on: Subject }
type Person @key(fields: "id") { id: ID!, name: String! @external, reviews: [Review], score: Float! }
type Club @key(fields: "code") { code: Int!, stars: Int }
union Subject = Person | Club
type Product @key(fields: "id") { id: ID!, review: Review, ratings: [Int!] }
type Query { newest: [Review!], mostLiked: Media, review(id: ID!): Review }
type Mutation { addReview(stars: Int! = 5): Review! }
`;

const SHIPPING = `${LINK}
type Product @key(fields: "id") {
  id: ID!
  size: Size @external
  label: String @external
  review: Review @external
  weight: Float!
  parcel: String @requires(fields: "size { wide high } label")
  price: Int @external
  asked(round: Boolean): String! @requires(fields: "price size { unit }")
  handling: [Int] @requires(fields: "review { stars }")
  depot: Depot
}
type Review @key(fields: "id") { id: ID!, stars: Int! @external, carried: Boolean @requires(fields: "stars") }
type Depot @key(fields: "maker { code } place") { maker: Maker!, place: ID!, open: Boolean!, near: [Depot!] }
type Maker @key(fields: "code") { code: Int!, name: String @shareable, depots: [Depot!]! }
type Club @key(fields: "code") { code: Int!, carrier: String, routes(first: Int): [[Int!]!]! }
type Query { depots: [Depot!], heaviest: Product! }
type Mutation { ship(size: [Range]): Depot }
`;

const STOCK = `${LINK}
type Product @key(fields: "sku maker { code }") { sku: String!, maker: Maker!, inStock: Int!, size: Size @shareable, warnings: [Warning!] }
type Maker @key(fields: "code") { code: Int!, credit: Float }
type Depot @key(fields: "maker { code } place") { maker: Maker!, place: ID!, stock: [Stock!]! }
type Stock { product: Product!, count: Int, since: Day }
union Warning = Late | Broken
type Late { days: Int!, text: String }
type Broken { text: String!, items: [Stock] }
type Person @key(fields: "country number") { country: String!, number: Int!, nick(longest: Int): String @shareable, orders: [Product] }
type Query { warnings(units: [[Unit]]): [Warning], stocked(skip: Int = 0): [Product!] }
`;

/** The test federation: SDL by name of subgraph. */
export const TEST_SUBGRAPHS: ReadonlyMap<string, string> = new Map([
  ['catalog', CATALOG],
  ['people', PEOPLE],
  ['reviews', REVIEWS],
  ['shipping', SHIPPING],
  ['stock', STOCK],
]);

/** Types that a subgraph merely adds to: of some it knows nothing. */
export const KNOWS_NOT_ALL: ReadonlySet<string> = new Set(['stock Person', 'shipping Club']);

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** The fields that rules are about, by type: all of one owner. */
const FIELDS: FieldsByType = {
  Query: ['me', 'users', 'topProducts'],
  User: ['name', 'username', 'birthday', 'reviews'],
  Product: ['name', 'price', 'weight', 'inStock', 'shippingEstimate', 'reviews'],
  Review: ['body', 'author', 'product'],
};
const OWNER = 'USA';
const PARTIES = ['COL', 'HUM', 'PAN', 'USA'];

/** The rules that are in force in all. */
export const RULES = 300;
/** The grants of one agreement. */
const GRANTS = 10;
/** Of a hundred rules so many are caps of the owner, and so many those of all parties together; the others are grants. */
const CAPS = 22;
const CAPS_OF_ALL = 8;

/** Whom the benchmark's tokens speak for, and what for. */
export const REQUESTER = { party: 'PAN', agency: 'SNM', role: 'ANALYST', purpose: 'MIGRATION_MANAGEMENT' } as const;

/** What the rules of row B withhold from them: one field in ten of the query's. */
export const WITHHELD = ['User.username', 'Product.inStock'] as const;

const text = (en: string) => ({ en, es: en });

/** Fields by type. */
export type FieldsByType = Readonly<Record<string, readonly string[]>>;

/** What rules are written. */
export interface WrittenRules {
  /** Coordinates that are withheld from the requester, by caps that stand for as many of the others; none unless given. */
  readonly withheld?: readonly string[] | undefined;
  /** What the rules are about: the fields of the benchmark of gateways unless given. */
  readonly fields?: FieldsByType;
  /** How many there are: as many as that benchmark has unless given. */
  readonly rules?: number;
}

/** Writes rules: one grant gives the requester everything; all other rules are about the same fields and somebody or something else. */
export function writeRules(
  directory: string,
  { withheld = [], fields = FIELDS, rules = RULES }: WrittenRules = {},
): void {
  cpSync(path.join(schemaDirectory, 'parties'), path.join(directory, 'parties'), { recursive: true });
  const random = new SeededRandom(7);
  const [owned, ofAll] = [CAPS, CAPS_OF_ALL].map((share) => Math.round((share * rules) / 100)) as [number, number];
  const grants = range(rules - owned - ofAll).map((index) =>
    index === 0 ? toRequester(fields) : toOthers(fields, random),
  );
  for (let index = 0; index * GRANTS < grants.length; index += 1)
    write(directory, `agreements/${index}.yaml`, agreement(index, grants.slice(index * GRANTS, (index + 1) * GRANTS)));
  const others = range(owned - withheld.length).map(() => capOnOthers(fields, random));
  write(directory, `guardrails/${OWNER}.yaml`, caps(OWNER, [...withheld.map(capOnRequester), ...others]));
  const cappedForAll = range(ofAll).map(() => capOnOthers(fields, random));
  write(directory, 'guardrails/ALL.yaml', caps('ALL', cappedForAll));
}

/** A member a line, each as JSON, which is YAML. */
function write(directory: string, name: string, document: object): void {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = Object.entries(document).map(([member, value]) => `${member}: ${JSON.stringify(value)}\n`);
  writeFileSync(file, lines.join(''));
}

const agreement = (index: number, grants: readonly object[]) => ({
  agreement: `BENCHMARK-${index}`,
  owner: OWNER,
  title: text('The benchmark'),
  parties: PARTIES,
  legalGround: text('None: the benchmark'),
  from: '2024-01-01',
  to: '2099-01-01',
  obligations: { deleteBy: 'P1Y', passingOn: text('Never.') },
  grants: grants.map((grant, at) => ({ id: `GRANT-${index}-${at}`, level: 'full', ...grant })),
});

const toRequester = (fields: FieldsByType) => ({
  fields,
  audience: { parties: [REQUESTER.party], roles: [REQUESTER.role] },
  purposes: [REQUESTER.purpose],
});

const toOthers = (fields: FieldsByType, random: SeededRandom) => ({
  fields: someFields(fields, random),
  audience: {
    parties: [random.pick(PARTIES), random.pick(PARTIES)].filter((party, at, all) => all.indexOf(party) === at),
    roles: [random.pick(['INVESTIGATOR', 'PROTECTION_OFFICER', 'BORDER_OFFICER'])],
  },
  purposes: [random.pick(['MIGRATION_MANAGEMENT', 'PROTECTION', 'STATISTICS'])],
});

const caps = (owner: string, written: readonly object[]) => ({
  guardrails: `BENCHMARK-${owner}`,
  owner,
  title: text('The benchmark'),
  caps: written.map((cap, index) => ({
    id: `${owner}-CAP-${index}`,
    level: 'none',
    reason: text('It is a benchmark.'),
    source: 'The benchmark',
    ...cap,
  })),
});

function capOnRequester(coordinate: string) {
  const [type, field] = coordinate.split('.') as [string, string];
  return { fields: { [type]: [field] }, audience: { parties: [REQUESTER.party] }, scope: 'ALWAYS' };
}

/** By whom it is about, or by what for: neither is the requester. */
const capOnOthers = (fields: FieldsByType, random: SeededRandom) => ({
  fields: someFields(fields, random),
  scope: random.pick(['ALWAYS', 'CROSSING']),
  ...(random.chance(0.5)
    ? { audience: { parties: [random.pick(['COL', 'HUM', 'USA'])] } }
    : { purposes: [random.pick(['ENFORCEMENT', 'PROTECTION', 'STATISTICS'])] }),
});

/** Some fields of one type. */
function someFields(all: FieldsByType, random: SeededRandom): FieldsByType {
  const [type, fields] = random.pick(Object.entries(all)) as [string, readonly string[]];
  const some = fields.filter(() => random.chance(0.5));
  return { [type]: some.length > 0 ? some : fields };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** The fields that rules are about, by type: all of one owner. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  Query: ['me', 'users', 'topProducts'],
  User: ['name', 'username', 'birthday', 'reviews'],
  Product: ['name', 'price', 'weight', 'inStock', 'shippingEstimate', 'reviews'],
  Review: ['body', 'author', 'product'],
};
const OWNER = 'USA';
const PARTIES = ['COL', 'HUM', 'PAN', 'USA'];

/** How many rules there are: so many agreements of so many grants each, and so many caps of the owner. */
const AGREEMENTS = 21;
const GRANTS = 10;
const CAPS = 66;
/** Besides, the caps of all parties together. */
const CAPS_OF_ALL = 24;
/** The rules that are in force in all. */
export const RULES = AGREEMENTS * GRANTS + CAPS + CAPS_OF_ALL;

/** Whom the benchmark's tokens speak for, and what for. */
export const REQUESTER = { party: 'PAN', agency: 'SNM', role: 'ANALYST', purpose: 'MIGRATION_MANAGEMENT' } as const;

/** What the rules of row B withhold from them: one field in ten of the query's. */
export const WITHHELD = ['User.username', 'Product.inStock'] as const;

const text = (en: string) => ({ en, es: en });

/**
 * Writes the rules of the benchmark: one grant gives the requester everything; all other rules are about the same fields and somebody or something else.
 * @param withheld the fields that are withheld from the requester, by caps that stand for as many of the others.
 */
export function writeRules(directory: string, withheld: readonly string[] = []): void {
  cpSync(path.join(schemaDirectory, 'parties'), path.join(directory, 'parties'), { recursive: true });
  const random = new SeededRandom(7);
  for (let index = 0; index < AGREEMENTS; index += 1)
    write(directory, `agreements/${index}.yaml`, agreement(index, random));
  const others = range(CAPS - withheld.length).map(() => capOnOthers(random));
  write(directory, `guardrails/${OWNER}.yaml`, caps(OWNER, [...withheld.map(capOnRequester), ...others]));
  const ofAll = range(CAPS_OF_ALL).map(() => capOnOthers(random));
  write(directory, 'guardrails/ALL.yaml', caps('ALL', ofAll));
}

/** A member a line, each as JSON, which is YAML. */
function write(directory: string, name: string, document: object): void {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = Object.entries(document).map(([member, value]) => `${member}: ${JSON.stringify(value)}\n`);
  writeFileSync(file, lines.join(''));
}

const agreement = (index: number, random: SeededRandom) => ({
  agreement: `BENCHMARK-${index}`,
  owner: OWNER,
  title: text('The benchmark'),
  parties: PARTIES,
  legalGround: text('None: the benchmark'),
  from: '2024-01-01',
  to: '2099-01-01',
  obligations: { deleteBy: 'P1Y', passingOn: text('Never.') },
  grants: range(GRANTS).map((grant) => ({
    id: `GRANT-${index}-${grant}`,
    level: 'full',
    ...(index === 0 && grant === 0 ? GRANT_TO_REQUESTER : grantToOthers(random)),
  })),
});

const GRANT_TO_REQUESTER = {
  fields: FIELDS,
  audience: { parties: [REQUESTER.party], roles: [REQUESTER.role] },
  purposes: [REQUESTER.purpose],
};

const grantToOthers = (random: SeededRandom) => ({
  fields: someFields(random),
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
const capOnOthers = (random: SeededRandom) => ({
  fields: someFields(random),
  scope: random.pick(['ALWAYS', 'CROSSING']),
  ...(random.chance(0.5)
    ? { audience: { parties: [random.pick(['COL', 'HUM', 'USA'])] } }
    : { purposes: [random.pick(['ENFORCEMENT', 'PROTECTION', 'STATISTICS'])] }),
});

/** Some fields of one type. */
function someFields(random: SeededRandom): Record<string, readonly string[]> {
  const [type, fields] = random.pick(Object.entries(FIELDS)) as [string, readonly string[]];
  const some = fields.filter(() => random.chance(0.5));
  return { [type]: some.length > 0 ? some : fields };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** The fields of each owner, by type. */
const FIELDS = {
  COL: { Query: ['me', 'users'], User: ['name', 'username', 'birthday'] },
  PAN: { Query: ['topProducts'], Product: ['name', 'price', 'weight', 'inStock', 'shippingEstimate'] },
  USA: { Review: ['body', 'author', 'product'], User: ['reviews'], Product: ['reviews'] },
} as const;
type Owner = keyof typeof FIELDS;
const OWNERS = ['COL', 'PAN', 'USA'] as const;
const PARTIES = ['COL', 'HUM', 'PAN', 'USA'];

/** How many rules there are: three owners, each with so many agreements of so many grants, and so many caps. */
const AGREEMENTS = 7;
const GRANTS = 10;
const CAPS = 30;
/** The rules that are in force in all. */
export const RULES = OWNERS.length * (AGREEMENTS * GRANTS + CAPS);

/** Whom the benchmark's tokens speak for, and what for. */
export const REQUESTER = { party: 'PAN', agency: 'SNM', role: 'ANALYST', purpose: 'MIGRATION_MANAGEMENT' } as const;

/** What the rules of row B withhold from them: one field in ten of the query's, of two owners. */
export const WITHHELD = ['User.username', 'Product.inStock'] as const;

const text = (en: string) => ({ en, es: en });

/**
 * Writes the rules of the benchmark: each owner grants the requester everything of theirs by one grant; all other rules
 * are about the same fields and somebody or something else.
 * @param withheld the fields that are withheld from the requester, by caps that stand for as many of the others.
 */
export function writeRules(directory: string, withheld: readonly string[] = []): void {
  cpSync(path.join(schemaDirectory, 'parties'), path.join(directory, 'parties'), { recursive: true });
  const random = new SeededRandom(7);
  for (const owner of OWNERS) {
    for (let index = 0; index < AGREEMENTS; index += 1)
      write(directory, `agreements/${owner}-${index}.yaml`, agreement(owner, index, random));
    write(directory, `guardrails/${owner}.yaml`, caps(owner, withheld, random));
  }
}

/** A member a line, each as JSON, which is YAML. */
function write(directory: string, name: string, document: object): void {
  const file = path.join(directory, name);
  mkdirSync(path.dirname(file), { recursive: true });
  const lines = Object.entries(document).map(([member, value]) => `${member}: ${JSON.stringify(value)}\n`);
  writeFileSync(file, lines.join(''));
}

const agreement = (owner: Owner, index: number, random: SeededRandom) => ({
  agreement: `BENCHMARK-${owner}-${index}`,
  owner,
  title: text('The benchmark'),
  parties: PARTIES,
  legalGround: text('None: the benchmark'),
  from: '2024-01-01',
  to: '2099-01-01',
  obligations: { deleteBy: 'P1Y', passingOn: text('Never.') },
  grants: range(GRANTS).map((grant) => ({
    id: `${owner}-${index}-${grant}`,
    level: 'full',
    ...(index === 0 && grant === 0 ? grantToRequester(owner) : grantToOthers(owner, random)),
  })),
});

const grantToRequester = (owner: Owner) => ({
  fields: FIELDS[owner],
  audience: { parties: [REQUESTER.party], roles: [REQUESTER.role] },
  purposes: [REQUESTER.purpose],
});

const grantToOthers = (owner: Owner, random: SeededRandom) => ({
  fields: someFields(owner, random),
  audience: {
    parties: [random.pick(PARTIES), random.pick(PARTIES)].filter((party, at, all) => all.indexOf(party) === at),
    roles: [random.pick(['INVESTIGATOR', 'PROTECTION_OFFICER', 'BORDER_OFFICER'])],
  },
  purposes: [random.pick(['MIGRATION_MANAGEMENT', 'PROTECTION', 'STATISTICS'])],
});

function caps(owner: Owner, withheld: readonly string[], random: SeededRandom) {
  const matching = withheld.filter((coordinate) => isOf(coordinate, owner)).map(capOnRequester);
  const others = range(CAPS - matching.length).map(() => capOnOthers(owner, random));
  return {
    guardrails: `BENCHMARK-${owner}`,
    owner,
    title: text('The benchmark'),
    caps: [...matching, ...others].map((cap, index) => ({
      id: `${owner}-CAP-${index}`,
      level: 'none',
      reason: text('It is a benchmark.'),
      source: 'The benchmark',
      ...cap,
    })),
  };
}

function capOnRequester(coordinate: string) {
  const [type, field] = coordinate.split('.') as [string, string];
  return { fields: { [type]: [field] }, audience: { parties: [REQUESTER.party] }, scope: 'ALWAYS' };
}

/** By whom it is about, or by what for: neither is the requester. */
const capOnOthers = (owner: Owner, random: SeededRandom) => ({
  fields: someFields(owner, random),
  scope: random.pick(['ALWAYS', 'CROSSING']),
  ...(random.chance(0.5)
    ? { audience: { parties: [random.pick(['COL', 'HUM', 'USA'])] } }
    : { purposes: [random.pick(['ENFORCEMENT', 'PROTECTION', 'STATISTICS'])] }),
});

/** Some fields of one type of an owner. */
function someFields(owner: Owner, random: SeededRandom): Record<string, string[]> {
  const [type, fields] = random.pick(Object.entries(FIELDS[owner] as Record<string, readonly string[]>)) as [
    string,
    readonly string[],
  ];
  const some = fields.filter(() => random.chance(0.5));
  return { [type]: some.length > 0 ? some : [...fields] };
}

function isOf(coordinate: string, owner: Owner): boolean {
  const [type = '', field = ''] = coordinate.split('.');
  return ((FIELDS[owner] as Record<string, readonly string[]>)[type] ?? []).includes(field);
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

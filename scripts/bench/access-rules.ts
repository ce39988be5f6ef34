import type { Condition } from '@pasarela/schema/access/conditions/condition';
import type { DecisionSubject } from '@pasarela/schema/access/decision-subject';
import type { Agreement, Cap, Grant } from '@pasarela/schema/access/rule';
import type { indexRules } from '@pasarela/schema/access/rule-set';
import { PURPOSES, ROLES } from '@pasarela/schema/identity/purposes';
import { mergeLabels } from '@pasarela/schema/labels/merge-labels';
import { SeededRandom } from '@pasarela/serve/domain/seeded-random';

/** How large the measured exchange is. */
export const SIZE = { types: 100, fieldsOfType: 20, grants: 700, caps: 300, profiles: 200 };

const PARTIES = Array.from({ length: 10 }, (_, index) => `PARTY${String.fromCharCode(65 + index)}`);
const VALUES = ['String', 'PartialDate', 'BirthDate', 'Place', 'PersonKey', 'Count'] as const;
const AT = Date.parse('2026-01-15T12:00:00Z');

/** A schema of a hundred record types with twenty fields each, and a way to all of them. */
export const BENCH_SDL = [
  'type Place { code: ID! @sensitivity(as: PUBLIC) }',
  'type Count @structural { value: Int }',
  `type Query { ${range(SIZE.types)
    .map((type) => `list${type}: [Type${type}!] @owner(party: "${owner(type)}") @sensitivity(as: PUBLIC)`)
    .join('\n')} }`,
  ...range(SIZE.types).map(
    (type) =>
      `type Type${type} @owner(party: "${owner(type)}") @record(of: PERSON)
       @attribute(name: "nationality", type: STRING, as: PERSONAL) @attribute(name: "minor", type: BOOLEAN, as: PERSONAL) {
       ${range(SIZE.fieldsOfType)
         .map(
           (field) =>
             `field${field}: ${VALUES[field % VALUES.length]} @sensitivity(as: PERSONAL) @about(subjects: [${field % 5 === 0 ? 'CHILD' : 'NONE'}])`,
         )
         .join('\n')} }`,
  ),
].join('\n');

function owner(type: number): string {
  return PARTIES[type % PARTIES.length] as string;
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

/** Rules of the size that is measured: named fields, tags, conditions on one rule in five. */
export function benchRules(): Parameters<typeof indexRules>[0] {
  const random = new SeededRandom(11);
  const { table } = mergeLabels(new Map([['bench', BENCH_SDL]]));
  const grants = range(SIZE.grants).map((index) => grant(index, random));
  const caps = range(SIZE.caps).map((index) => cap(index, random));
  const party = { name: { en: 'A party', es: 'Una parte' }, contact: 'its officer', agencies: ['AGENCY'] };
  return {
    version: 'bench',
    labels: table,
    parties: Object.fromEntries(PARTIES.map((code) => [code, party])),
    agreements: grants.map(({ agreement }) => agreement),
    revocations: [],
    rules: { grants, caps },
  };
}

function grant(index: number, random: SeededRandom): Grant {
  const type = index % SIZE.types;
  const text = { en: 'A benchmark', es: 'Una medición' };
  const agreement: Agreement = {
    id: `AGREEMENT-${index}`,
    owner: owner(type),
    title: text,
    parties: PARTIES,
    legalGround: text,
    from: AT - random.integer(1, 100) * 86_400_000,
    to: AT + random.integer(1, 100) * 86_400_000,
    obligations: { deleteBy: 'P1D', passingOn: text },
  };
  return {
    id: `GRANT-${index}`,
    agreement,
    coordinates: range(SIZE.fieldsOfType)
      .filter(() => random.chance(0.9))
      .map((field) => `Type${type}.field${field}`),
    audience: {
      roles: [random.pick(ROLES), random.pick(ROLES)],
      ...(random.chance(0.5) && { parties: [random.pick(PARTIES), owner(type)] }),
    },
    purposes: [random.pick(PURPOSES), random.pick(PURPOSES)],
    level: 'full',
    ...(random.chance(0.2) && { when: OWN_NATIONALS }),
  };
}

const OWN_NATIONALS: Condition = {
  kind: 'comparison',
  subject: 'nationality',
  operator: 'in',
  operands: ['$requester.party'],
};

function cap(index: number, random: SeededRandom): Cap {
  const byTag = index % 20 === 0;
  return {
    id: `CAP-${index}`,
    owner: byTag ? 'ALL' : owner(index % SIZE.types),
    target: byTag
      ? { kinds: ['date'], about: ['CHILD', 'NONE'] }
      : {
          coordinates: range(4).map(
            (step) => `Type${index % SIZE.types}.field${(index + step * 5) % SIZE.fieldsOfType}`,
          ),
        },
    audience: random.chance(0.5) ? { parties: [random.pick(PARTIES)] } : {},
    scope: random.chance(0.5) ? 'CROSSING' : 'ALWAYS',
    level: byTag ? 'full' : 'none',
    ...(random.chance(0.2) && { when: OWN_NATIONALS }),
    reason: { en: 'A benchmark', es: 'Una medición' },
    source: 'The benchmark',
  };
}

/** The rights profiles that ask. */
export function benchSubjects(): DecisionSubject[] {
  return range(SIZE.profiles).map((index) => ({
    requester: {
      party: PARTIES[index % PARTIES.length] as string,
      agency: 'AGENCY',
      roles: [
        ROLES[index % ROLES.length] as (typeof ROLES)[number],
        ROLES[(index + 3) % ROLES.length] as (typeof ROLES)[number],
      ],
    },
    purpose: PURPOSES[Math.floor(index / 10) % PURPOSES.length] as (typeof PURPOSES)[number],
    at: AT,
  }));
}

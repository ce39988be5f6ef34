import { z } from 'zod';
import { RECORD_SUBJECTS, SENSITIVITIES, SUBJECTS } from '../directives';
import { PURPOSES, ROLES } from '../identity/purposes';
import { isPartyCode } from '../labels/label';
import { localizedTextSchema } from '../localized-text';
import { conditionText } from './conditions/parse-condition';
import { MAX_BREAK_GLASS_HOURS } from './opening';

const KINDS = ['date', 'birthDate', 'place', 'identifier', 'count', 'needs', 'mutation', 'other'] as const;
/** The id of a rule, an agreement or a file of rules. */
export const ruleId = z.string().regex(/^[A-Z0-9][A-Z0-9-]*$/, 'is an id of capitals, digits and hyphens');
/** The code of a party. */
export const partyCode = z.string().regex(/^[A-Z]{3,12}$/, 'is a party code in capitals');
const COORDINATE = /^\w+\.\w+$/;

/** `Type: [field, ...]`. Wildcards are refused: they would grant fields that do not exist yet. */
const fieldsByType = z
  .record(
    z.string().regex(/^\w+$/, 'is the name of a type'),
    z
      .array(
        z
          .string()
          .regex(/^\w+$/, 'names one field; list the fields, a wildcard would reach fields that do not exist yet'),
      )
      .min(1),
  )
  .refine((fields) => Object.keys(fields).length > 0, 'names no field');

const audience = z.strictObject({
  parties: z.array(partyCode).min(1).optional(),
  agencies: z.array(z.string().min(1)).min(1).optional(),
  roles: z.array(z.enum(ROLES)).min(1).optional(),
});

const instant = z.iso.date('is a date (YYYY-MM-DD), from 00:00 UTC').transform((day) => Date.parse(`${day}T00:00:00Z`));

const grant = z.strictObject({
  id: ruleId,
  fields: fieldsByType,
  audience: audience.required({ parties: true }),
  purposes: z.array(z.enum(PURPOSES)).min(1),
  level: z.string(),
  when: conditionText.optional(),
  breakGlass: z.strictObject({ hours: z.int().min(1).max(MAX_BREAK_GLASS_HOURS) }).optional(),
});

const typeNames = z.array(z.string().regex(/^\w+$/, 'is the name of a type')).min(1);

const cap = z.strictObject({
  id: ruleId,
  fields: fieldsByType.optional(),
  types: typeNames.optional(),
  about: z.array(z.enum(SUBJECTS)).min(1).optional(),
  kinds: z.array(z.enum(KINDS)).min(1).optional(),
  sensitivities: z.array(z.enum(SENSITIVITIES)).min(1).optional(),
  returning: z.array(z.enum(RECORD_SUBJECTS)).min(1).optional(),
  rows: typeNames.optional(),
  rowsOf: z.array(z.enum(RECORD_SUBJECTS)).min(1).optional(),
  audience: audience.default({}),
  purposes: z.array(z.enum(PURPOSES)).min(1).optional(),
  exceptPurposes: z.array(z.enum(PURPOSES)).min(1).optional(),
  scope: z.enum(['ALWAYS', 'CROSSING']),
  level: z.string().default('none'),
  when: conditionText.optional(),
  unless: conditionText.optional(),
  reason: localizedTextSchema,
  source: z.string().min(1),
});

/** The shape of an agreement's file: one owner's part of it. */
export const agreementFile = z.strictObject({
  agreement: ruleId,
  owner: partyCode,
  title: localizedTextSchema,
  parties: z.array(partyCode).min(1),
  legalGround: localizedTextSchema,
  from: instant,
  to: instant,
  obligations: z.strictObject({ deleteBy: z.iso.duration(), passingOn: localizedTextSchema }),
  grants: z.array(grant).min(1),
});

/** The shape of a file of caps: an owner's restrictions, or the guardrails of ALL. */
export const guardrailFile = z.strictObject({
  guardrails: ruleId,
  owner: partyCode,
  title: localizedTextSchema,
  caps: z.array(cap).min(1),
});

const INSTEAD = 'is a field like CrossingRecord.sex, or a text in English and Spanish ({ en: ..., es: ... })';

const deprecatedField = z.strictObject({
  field: z.string().regex(COORDINATE, 'is a field like CrossingRecord.sex'),
  since: instant,
  until: instant,
  instead: z.union([z.string().regex(COORDINATE, INSTEAD), localizedTextSchema], { error: INSTEAD }),
  reason: localizedTextSchema,
});

/** The shape of a file of deprecations: which fields an owner is about to give up. */
export const deprecationFile = z.strictObject({
  owner: partyCode,
  deprecates: z.array(deprecatedField).min(1),
});

/** The shape of a party's file: who it is. */
export const partyFile = z.strictObject({
  party: partyCode.refine(isPartyCode, 'is no party'),
  name: localizedTextSchema,
  contact: z.string().min(1),
  agencies: z.array(z.string().min(1)).min(1),
});

/** One party: its names, whom to ask, its agencies. */
export type Party = Omit<z.infer<typeof partyFile>, 'party'>;
/** One grant as its file writes it. */
export type GrantText = z.infer<typeof grant>;
/** One deprecation as its file writes it. */
export type DeprecationText = z.infer<typeof deprecatedField>;
/** One cap as its file writes it. */
export type CapText = z.infer<typeof cap>;

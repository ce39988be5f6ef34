import { z } from 'zod';
import type { Notice as RuleNotice } from '../access/notice';

/** Every code that the rules give a notice: a new one does not compile until it stands here. */
const NOTICE_CODES = {
  WITHHELD: 'WITHHELD',
  LOWERED: 'LOWERED',
  CONDITIONAL: 'CONDITIONAL',
  ROWS_CONDITIONAL: 'ROWS_CONDITIONAL',
  BREAK_GLASS: 'BREAK_GLASS',
} as const satisfies { readonly [Code in RuleNotice['code']]: Code };

const noticeSchema = z.object({
  code: z.enum(NOTICE_CODES),
  coordinate: z.string(),
  path: z.string(),
  level: z.string(),
  rule: z.string().nullable(),
  agreements: z.array(z.string()),
  reason: z.string(),
  source: z.string().nullable(),
  contact: z.string().nullable(),
});

const deprecationSchema = z.object({
  coordinate: z.string(),
  paths: z.array(z.string()),
  since: z.string(),
  until: z.string(),
  instead: z.string().nullable(),
  reason: z.string(),
  contact: z.string().nullable(),
});

const problemSchema = z.object({
  message: z.string(),
  path: z.array(z.union([z.string(), z.number()])).optional(),
  extensions: z.looseObject({ code: z.string().optional(), paths: z.array(z.string()).optional() }).optional(),
});

const disclosureSchema = z.object({
  requestId: z.string(),
  purpose: z.string(),
  ruleSetVersion: z.union([z.string(), z.number()]).transform(String),
  agreements: z.array(z.string()),
  legalBasis: z.array(z.string()),
  obligations: z.array(z.object({ agreement: z.string(), deleteBy: z.string(), passingOn: z.string() })),
});

const receiptSchema = z.looseObject({
  log: z.string(),
  index: z.number(),
  leafHash: z.string(),
  answerSalt: z.string(),
});

const dryRunSchema = z.object({ cost: z.number(), subgraphs: z.array(z.string()), coordinates: z.array(z.string()) });

/** What the gateway answers (gateway/respond/respond.ts), as far as it is read here. */
export const answerSchema = z
  .object({
    data: z.record(z.string(), z.unknown()).nullish(),
    errors: z.array(problemSchema).optional(),
    extensions: z
      .object({
        notices: z.array(noticeSchema).optional(),
        deprecations: z.array(deprecationSchema).optional(),
        disclosure: disclosureSchema.optional(),
        receipt: receiptSchema.optional(),
        dryRun: dryRunSchema.optional(),
        requestId: z.string().optional(),
      })
      .optional(),
  })
  .transform(({ data, errors, extensions = {} }) => ({
    ...extensions,
    data: data ?? null,
    notices: extensions.notices ?? [],
    deprecations: extensions.deprecations ?? [],
    problems: errors ?? [],
  }));

/** One answer of the gateway. */
export type Answer = z.output<typeof answerSchema>;
/** A field or rows of which less than everything is shown, or may be on some record; and why. */
export type Notice = z.infer<typeof noticeSchema>;
/** Something that failed: the whole request, or the part at the path. */
export type Problem = z.infer<typeof problemSchema>;
/** Under which purpose, rules and agreements an answer was given. */
export type Disclosure = z.infer<typeof disclosureSchema>;

/** Whether the request was refused or failed as a whole. A dry run has no data and no problem. */
export const isRefused = ({ data, problems }: Pick<Answer, 'data' | 'problems'>): boolean =>
  data === null && problems.length > 0;

import path from 'node:path';
import { parseDuration } from '@pasarela/schema/access/review/duration';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { z } from 'zod';

const PORT_TEXT = 'must be a port number, 0 to 65535';
const TIMEOUT_TEXT = 'must be a number of milliseconds, 100 to 120000';
const PUBLIC_URL_TEXT = 'must be an address like https://data.example, without user, query and fragment';
const RETENTION_TEXT = 'must be a duration in ISO 8601 of a day or more, like P10Y';
const EXECUTOR_TEXT = 'must be pasarela or apollo';
const LOG_TEXT = 'must be debug, info, warn, error or silent';

/** The longest `deleteBy` of the agreements that are shipped: as long as a receiver may hold what a leaf tells of. */
const DEFAULT_RETENTION = 'P10Y';

function isSomeTime(text: string): boolean {
  const { months = 0, seconds = 0 } = parseDuration(text) ?? {};
  return months > 0 || seconds >= 86_400;
}

const settings = z.object({
  PORT: z.coerce.number({ error: PORT_TEXT }).int(PORT_TEXT).min(0, PORT_TEXT).max(65_535, PORT_TEXT).default(4000),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z
    .string()
    .min(1)
    .default('.data')
    .transform((directory) => path.resolve(directory)),
  RULES_DIR: z
    .string()
    .min(1)
    .default(schemaDirectory)
    .transform((directory) => path.resolve(directory)),
  QUESTIONS_DIR: z
    .string()
    .default('')
    .transform((directory) => directory && path.resolve(directory)),
  RULES_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: 'must be an address like https://host/rules' })])
    .default(''),
  PUBLIC_URL: z
    .union([z.literal(''), z.url({ protocol: /^https?$/, error: PUBLIC_URL_TEXT })])
    .refine((text) => !/[?#@]/.test(text), PUBLIC_URL_TEXT)
    .default(''),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'must be an address like mongodb://host/')
    .optional(),
  SUBGRAPH_TIMEOUT_MS: z.coerce
    .number({ error: TIMEOUT_TEXT })
    .int(TIMEOUT_TEXT)
    .min(100, TIMEOUT_TEXT)
    .max(120_000, TIMEOUT_TEXT)
    .default(10_000),
  EVIDENCE_MIN_RETENTION: z
    .string()
    .refine((text) => isSomeTime(text), RETENTION_TEXT)
    .default(DEFAULT_RETENTION),
  EXECUTOR: z.enum(['pasarela', 'apollo'], { error: EXECUTOR_TEXT }).default('pasarela'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent'], { error: LOG_TEXT }).default('info'),
});

/** The settings of the product, read once and frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** The address that clients know the gateway by, and proofs name; empty when it is the one listened at. */
  readonly publicUrl: string;
  /** Everything that is kept lives here: keys, trust, stores, logs. */
  readonly dataDirectory: string;
  /** Where `parties/`, `agreements/` and `guardrails/` stand. */
  readonly rulesDirectory: string;
  /** Where the saved questions stand; empty for those that are shipped. */
  readonly questionsDirectory: string;
  /** Where signed rules are had from when this machine does not run the governance subgraph; empty when it does. */
  readonly rulesUrl: string;
  /** Where the subgraphs keep their records: MongoDB, or embedded files under the data directory. */
  readonly storeAddress: string;
  readonly subgraphTimeoutMs: number;
  /** For how long no leaf of the evidence is dropped: a duration in ISO 8601. */
  readonly evidenceMinimumRetention: string;
  /** Who executes plans: our own executor, or Apollo's to compare with. */
  readonly executor: 'pasarela' | 'apollo';
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** A setting that cannot be used: its name and what it should be, in one line. */
export class SettingError extends Error {}

/** Reads the settings; this is the only reader of the environment. Throws a SettingError with one clear line. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = settings.safeParse(present);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingError(`The setting ${issue?.path.join('.')} is not usable: it ${issue?.message}.`);
  }
  const { PORT, HOST, DATA_DIR, RULES_DIR, RULES_URL, MONGODB_URI, SUBGRAPH_TIMEOUT_MS, LOG_LEVEL } = parsed.data;
  const { PUBLIC_URL, QUESTIONS_DIR } = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    publicUrl: PUBLIC_URL,
    dataDirectory: DATA_DIR,
    rulesDirectory: RULES_DIR,
    questionsDirectory: QUESTIONS_DIR,
    rulesUrl: RULES_URL,
    storeAddress: MONGODB_URI ?? `embedded:${path.join(DATA_DIR, 'store')}`,
    subgraphTimeoutMs: SUBGRAPH_TIMEOUT_MS,
    evidenceMinimumRetention: parsed.data.EVIDENCE_MIN_RETENTION,
    executor: parsed.data.EXECUTOR,
    logLevel: LOG_LEVEL,
  });
}

import path from 'node:path';
import { schemaDirectory } from '@pasarela/schema/package-directory';
import { z } from 'zod';

const settings = z.object({
  PORT: z.coerce.number({ error: 'is a port number' }).int().min(0).max(65_535).default(4000),
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
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(\+srv)?:\/\/./, 'is an address like mongodb://host/')
    .optional(),
  SUBGRAPH_TIMEOUT_MS: z.coerce.number().int().min(100).max(120_000).default(10_000),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
});

/** The settings of the product, read once and frozen. */
export interface Config {
  readonly port: number;
  readonly host: string;
  /** Everything that is kept lives here: keys, trust, stores, logs. */
  readonly dataDirectory: string;
  /** Where `parties.yaml`, `agreements/` and `guardrails/` stand. */
  readonly rulesDirectory: string;
  /** Where the subgraphs keep their records: MongoDB, or embedded files under the data directory. */
  readonly storeAddress: string;
  readonly subgraphTimeoutMs: number;
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
  const { PORT, HOST, DATA_DIR, RULES_DIR, MONGODB_URI, SUBGRAPH_TIMEOUT_MS, LOG_LEVEL } = parsed.data;
  return Object.freeze({
    port: PORT,
    host: HOST,
    dataDirectory: DATA_DIR,
    rulesDirectory: RULES_DIR,
    storeAddress: MONGODB_URI ?? `embedded:${path.join(DATA_DIR, 'store')}`,
    subgraphTimeoutMs: SUBGRAPH_TIMEOUT_MS,
    logLevel: LOG_LEVEL,
  });
}

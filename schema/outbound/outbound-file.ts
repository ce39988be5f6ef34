import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeDurably } from '../rule-bundles/write-durably';
import { isNetwork } from './network-kind';

const outboundFile = z.strictObject({
  /** `host:port` of each place that may be called. */
  pinned: z.array(z.string().regex(/^[^\s/@]+:\d{1,5}$/, 'is a host and a port, like data.example.org:443')),
  /** Inner networks that may be connected to. */
  networks: z.array(z.string().refine(isNetwork, 'is a network, like 10.20.0.0/16')).default([]),
});

/** What an operator pinned of where this machine may connect to. */
export type PinnedOutbound = z.infer<typeof outboundFile>;

/** Reads what an operator pinned; nothing where there is no file. @throws one line with the file's name. */
export function readPinnedOutbound(file: string): PinnedOutbound {
  if (!existsSync(file)) return { pinned: [], networks: [] };
  const parsed = outboundFile.safeParse(jsonIn(file));
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Error(`The addresses in ${file} cannot be used: ${issue?.path.join('.')}: ${issue?.message}`);
}

/** Writes what an operator pinned. */
export const writePinnedOutbound = (file: string, pinned: PinnedOutbound): void =>
  writeDurably(file, `${JSON.stringify(pinned, null, 2)}\n`);

function jsonIn(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    throw new Error(`The addresses in ${file} are unreadable.`);
  }
}

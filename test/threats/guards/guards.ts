import * as decisions from './decision-guards';
import * as evidence from './evidence-guards';
import * as governance from './governance-guards';
import type { Guard } from './guard';
import * as http from './http-guards';
import * as identity from './identity-guards';
import * as inference from './inference-guards';
import * as labels from './label-guards';
import * as noninterference from './noninterference-guards';
import * as outbound from './outbound-guards';
import * as possession from './possession-guards';
import * as probes from './probe-guards';
import * as replies from './reply-guards';
import * as rules from './rule-guards';
import * as schema from './schema-guards';
import * as statistics from './statistics-guards';

const named = {
  ...decisions,
  ...evidence,
  ...governance,
  ...http,
  ...identity,
  ...inference,
  ...labels,
  ...noninterference,
  ...outbound,
  ...possession,
  ...probes,
  ...replies,
  ...rules,
  ...schema,
  ...statistics,
};

/** The name of a guard. */
export type GuardName = keyof typeof named;

/** Every guard that an attack names. INVARIANT: loading this loads no module of the product. */
export const GUARDS: Readonly<Record<GuardName, Guard>> = named;

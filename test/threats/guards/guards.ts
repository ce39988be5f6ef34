import * as decisions from './decision-guards';
import type { Guard } from './guard';
import * as http from './http-guards';
import * as identity from './identity-guards';

const named = { ...decisions, ...http, ...identity };

/** The name of a guard. */
export type GuardName = keyof typeof named;

/** Every guard that an attack names. INVARIANT: loading this loads no module of the product. */
export const GUARDS: Readonly<Record<GuardName, Guard>> = named;

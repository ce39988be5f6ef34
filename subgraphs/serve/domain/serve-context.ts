import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { Connection } from 'mongoose';
import type { OpaqueIds } from './opaque-ids';
import type { RequestLoaders } from './request-loaders';

/** What a resolver knows of the request: who asks, why, and the tools that last as long as it does. */
export interface ServeContext {
  readonly requester: Requester;
  readonly purpose: Purpose;
  readonly now: Date;
  /** The level at which the requester gets a field (`Type.field`); `none` for what no rule grants. */
  level(coordinate: string): string;
  readonly loaders: RequestLoaders;
  readonly ids: OpaqueIds;
  /** The domain's own store; its models are made on it. */
  readonly connection: Connection;
}

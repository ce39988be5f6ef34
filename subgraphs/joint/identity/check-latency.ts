import { registerEnumType } from 'type-graphql';

/** How long a check waited for its reply. It follows from when it was sent and from nothing else. */
export enum CheckLatency {
  UNDER_5_MINUTES = 'UNDER_5_MINUTES',
  FROM_5_MINUTES = 'FROM_5_MINUTES',
}
registerEnumType(CheckLatency, {
  name: 'CheckLatency',
  description:
    'How long a check waited for its reply. Replies go out in fixed batches, so this tells when within a batch it was sent, never what was found.',
});

const FIVE_MINUTES = 300_000;

/** The band of a time to wait, in milliseconds. */
export const latencyOf = (waited: number): CheckLatency =>
  waited < FIVE_MINUTES ? CheckLatency.UNDER_5_MINUTES : CheckLatency.FROM_5_MINUTES;

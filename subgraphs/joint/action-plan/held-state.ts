import { registerEnumType } from 'type-graphql';

/** What stands behind a measurement or its absence. */
export enum HeldState {
  VALUE = 'VALUE',
  NOT_PUBLISHED = 'NOT_PUBLISHED',
  UNKNOWN = 'UNKNOWN',
}
registerEnumType(HeldState, {
  name: 'HeldState',
  description:
    'What stands behind a measurement or its absence. NOT_PUBLISHED: no source prints it. UNKNOWN: nothing is held, and whether it was ever measured is not known. A blank is never a zero.',
});

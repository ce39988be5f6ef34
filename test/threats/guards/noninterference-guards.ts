import type { Guard } from './guard';

/** Without it an owner gives whole values where a rule lowers them. */
export const loweredValues: Guard = {
  module: '@pasarela/serve/mask/mask-fields',
  function: 'maskFields',
  what: 'lowers values, or blanks them on some records, at the source',
  permissive: () => () => undefined,
};

/** Without it every record exists, and every condition spares it. */
export const recordConditions: Guard = {
  module: '@pasarela/schema/access/conditions/record-test',
  function: 'RecordTest.holds',
  what: 'decides the conditions of rules on the raw record',
  permissive: () => () => true,
};

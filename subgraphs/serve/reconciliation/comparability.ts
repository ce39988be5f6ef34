import { registerEnumType } from 'type-graphql';

/** How far two counts may be compared. */
export enum Comparability {
  SAME_MEASURE = 'SAME_MEASURE',
  SAME_FLOW = 'SAME_FLOW',
  NOT_COMPARABLE = 'NOT_COMPARABLE',
}
registerEnumType(Comparability, {
  name: 'Comparability',
  description: 'How far two counts of one flow may be compared; it says whether there is a difference at all.',
  valuesConfig: {
    SAME_MEASURE: { description: 'Both print the very same measure as of one month: the difference is a conflict.' },
    SAME_FLOW: {
      description:
        'Both count the same movement of people, each by its own definition: the difference has reasons and is no error of either.',
    },
    NOT_COMPARABLE: {
      description:
        'One counts what the other leaves out, or over another time: they stand side by side, and there is no difference.',
    },
  },
});

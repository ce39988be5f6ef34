import type { LocalizedText } from '@pasarela/schema/localized-text';
import { Field, ObjectType, registerEnumType } from 'type-graphql';
import { Shareable, Structural } from '../domain/labels';

/** Why two counts of one flow differ. */
export enum ReconciliationReason {
  UNIT_DIFFERS = 'UNIT_DIFFERS',
  DEFINITION_DIFFERS = 'DEFINITION_DIFFERS',
  PLACES_DIFFER = 'PLACES_DIFFER',
  PERIOD_DIFFERS = 'PERIOD_DIFFERS',
  DATE_DIFFERS = 'DATE_DIFFERS',
  REVISED_AT_OTHER_TIMES = 'REVISED_AT_OTHER_TIMES',
  DERIVED_FROM_PARTS = 'DERIVED_FROM_PARTS',
  NOT_STATED = 'NOT_STATED',
}
registerEnumType(ReconciliationReason, {
  name: 'ReconciliationReason',
  description: 'Why two counts of one flow differ, as far as it is known. None says that one of them is wrong.',
  valuesConfig: {
    UNIT_DIFFERS: { description: 'They count units that are not the same: detections, registered entries, persons.' },
    DEFINITION_DIFFERS: { description: 'They define otherwise who is counted.' },
    PLACES_DIFFER: { description: 'One covers fewer places than the other.' },
    PERIOD_DIFFERS: { description: 'They cover other days or months.' },
    DATE_DIFFERS: { description: 'The same person, or the same figure, has another date in each.' },
    REVISED_AT_OTHER_TIMES: { description: 'Bulletins come late and are revised, not at the same time on both sides.' },
    DERIVED_FROM_PARTS: {
      description: "One is the sum of its own party's published parts, not printed as one figure.",
    },
    NOT_STATED: { description: 'A source does not say from when it counts or what it takes in.' },
  },
});

/** One reason, in the words of the two counts. */
@ObjectType({
  description:
    'One reason why two counts of one flow differ. Reasons are known of the counts, not measured: none has a share.',
})
@Structural()
@Shareable()
export class KnownReason {
  @Field(() => ReconciliationReason, { description: 'Which kind of reason.' })
  reason!: ReconciliationReason;

  @Field(() => String, { description: 'What it is between these two counts, in English.' })
  textEn!: string;

  @Field(() => String, { description: 'What it is between these two counts, in Spanish.' })
  textEs!: string;
}

/** Makes a reason of its kind and its words. */
export const knownReason = (reason: ReconciliationReason, { en, es }: LocalizedText): KnownReason =>
  Object.assign(new KnownReason(), { reason, textEn: en, textEs: es });

import { CONTRIBUTED_BY, OWNER_JOINT } from '@pasarela/schema/labels/label';
import { Attribute, Owner, Sensitivity, Structural } from '../domain/labels';

/** How the type of a domain's evidence is labelled. */
export interface EvidenceLabels {
  readonly Evidence: ClassDecorator;
  /** On each of its fields. */
  readonly Part: MethodDecorator;
  readonly isJoint: boolean;
}

/** An owner's evidence follows the decision of the field that brings it. */
const OF_ONE: EvidenceLabels = { Evidence: Structural(), Part: () => undefined, isJoint: false };

/** A joint domain's is a record for each party, under that party's own rules: what it contributed, it answers for. */
const OF_SEVERAL: EvidenceLabels = {
  Evidence: (type) => {
    Owner(OWNER_JOINT)(type);
    Attribute(CONTRIBUTED_BY, { as: 'OPERATIONAL', changes: false })(type);
  },
  Part: Sensitivity('OPERATIONAL'),
  isJoint: true,
};

/** The labels of the evidence of an owner's domain, or of a joint one. */
export const evidenceLabels = (owner: string): EvidenceLabels => (owner === OWNER_JOINT ? OF_SEVERAL : OF_ONE);

import { Decider, DeciderCache } from '@pasarela/schema/access/decider';
import { CHAINS, NONE, rankOf } from '@pasarela/schema/access/levels';
import type { RuleSet } from '@pasarela/schema/access/rule-set';
import { apiSchemaOf } from '@pasarela/schema/access/view/api-schema';
import { hasField } from '@pasarela/schema/access/view/has-field';
import { RequesterSchemas } from '@pasarela/schema/access/view/requester-schema';
import { requestError } from '@pasarela/schema/errors';
import type { Purpose } from '@pasarela/schema/identity/purposes';
import type { Requester } from '@pasarela/schema/identity/requester';
import { type FieldLabel, OWNER_ANY, OWNER_JOINT } from '@pasarela/schema/labels/label';

/** What somebody would like to have, and when they ask. */
export interface WantedField {
  readonly requester: Requester;
  readonly coordinate: string;
  readonly purpose: Purpose;
  readonly level: string;
  /** UTC milliseconds. */
  readonly at: number;
}

/** Which fields a requester can ask their owners for. */
export class AskableFields {
  private schemas: RequesterSchemas | undefined;

  /** @param supergraph the SDL; it is read when somebody first asks. */
  constructor(private readonly supergraph: string) {}

  /**
   * The label of a field that can be asked for.
   *
   * INVARIANT: a field that the requester's own schema hides is refused exactly as one that does not exist
   * (threat 4), before anything else is said of it.
   * @throws UNKNOWN_COORDINATE, BAD_INPUT, GRANTED_ALREADY.
   */
  require(wanted: WantedField, ruleSet: RuleSet): FieldLabel {
    const label = this.isInSchema(wanted, ruleSet) ? ruleSet.labels.fields.get(wanted.coordinate) : undefined;
    if (!label) throw requestError('UNKNOWN_COORDINATE');
    if (label.structural || label.key || !label.owner || label.owner === OWNER_ANY)
      throw requestError('BAD_INPUT', { what: 'coordinate follows the field that returns it; ask for that one' });
    if (label.owner === OWNER_JOINT)
      throw requestError('BAD_INPUT', {
        what: 'coordinate is of a joint domain; ask the party that contributes to it',
      });
    if (wanted.level === NONE || rankOf(label.kind, wanted.level) === undefined)
      throw requestError('BAD_INPUT', { what: `level is one of ${CHAINS[label.kind].slice(1).join(', ')}` });
    if (isGranted(wanted, label, ruleSet)) throw requestError('GRANTED_ALREADY');
    return label;
  }

  private isInSchema({ requester, coordinate, at }: WantedField, ruleSet: RuleSet): boolean {
    this.schemas ??= new RequesterSchemas(apiSchemaOf(this.supergraph), new DeciderCache());
    const { askable } = this.schemas.for(requester, ruleSet, at);
    return hasField(askable, coordinate);
  }
}

/** Whether the requester gets a field at a level on every record, naming a case if need be. */
function isGranted({ requester, purpose, level, at }: WantedField, { coordinate, kind }: FieldLabel, ruleSet: RuleSet) {
  const decision = new Decider(ruleSet, { requester, purpose, at, caseGiven: true }).decide(coordinate);
  return !decision.conditional && (rankOf(kind, decision.level) ?? 0) >= (rankOf(kind, level) ?? 0);
}

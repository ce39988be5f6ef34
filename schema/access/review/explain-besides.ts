import type { FieldLabel } from '../../labels/label';
import { typesBehind } from '../../labels/type-behind';
import type { Decider } from '../decider';

/** Why no rule can grant somebody a field at all; undefined where rules decide. */
export function beyondRules(label: FieldLabel | undefined, { ruleSet, subject }: Decider): string | undefined {
  const { party } = subject.requester;
  if (!Object.hasOwn(ruleSet.parties, party)) return `${party} is no party to the exchange, so everything is withheld`;
  if (!label) return 'the field is unknown, so it is withheld';
  if (label.structural) return 'the field follows the field that returns it; no rule speaks of it';
  return label.owner && label.sensitivity ? undefined : 'the field has no owner or no sensitivity, so it is withheld';
}

/** What holds a field down besides its own rules: what it is computed from, and rows that exist for nobody of the kind. */
export function besidesOf(label: FieldLabel, decider: Decider): string[] {
  return [
    ...(label.key ? ['the field is a key: whoever gets the row gets it'] : []),
    ...requirementsOf(label, decider),
    ...hiddenRowsOf(label, decider),
  ];
}

function requirementsOf({ requires }: FieldLabel, decider: Decider): string[] {
  return requires
    .map((required) => decider.decide(required))
    .filter(({ full, label }) => !full && !label?.structural)
    .map(
      ({ coordinate, level, conditional }) =>
        `computed from ${coordinate}, which is ${level}${conditional ? ' on some records only' : ''}`,
    );
}

function hiddenRowsOf(label: FieldLabel, decider: Decider): string[] {
  const types = typesBehind(label, decider.ruleSet.labels).map((type) => ({ type, by: decider.rows(type).hidesAll }));
  if (!types.every(({ by }) => by)) return [];
  return types.map(({ type, by }) => `no rows of ${type} exist, by ${by?.id}`);
}

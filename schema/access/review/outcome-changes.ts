import type { ErrorCode } from '../../errors';
import type { Decision } from '../decide';
import { levelChange } from './compare-levels';
import { type ComparedRows, rowChange } from './compare-rows';
import type { DecidedQuestion } from './simulate';

/** What of a question's answer changes. What stands below a field that goes blank or appears goes with it. */
export interface PlaceChange {
  /** Where in the answer, lists as `@`; empty for the whole question. */
  readonly path: string;
  /** The field, or `rows of Type`; empty for the whole question. */
  readonly coordinate: string;
  readonly before: string;
  readonly after: string;
  /** DIFFERS: neither is certainly more, for instance where only a condition changes. */
  readonly change: 'GOES_BLANK' | 'APPEARS' | 'LOWERS' | 'RISES' | 'DIFFERS';
}

/** What one requester gets of a question: each field and the rows at each place, or the code with which all is refused. */
export type Outcome = { readonly refused: ErrorCode } | PlacesOfAnswer;

interface PlacesOfAnswer {
  readonly fields: ReadonlyMap<string, DecidedPlace<Decision>>;
  readonly rows: ReadonlyMap<string, DecidedPlace<ComparedRows>>;
}

interface DecidedPlace<Decided> {
  readonly path: string;
  readonly coordinate: string;
  readonly decision: Decided;
}

/** The places of an answer as they are decided. */
export function placesOf({ decided, decider }: DecidedQuestion): Outcome {
  const fields = decided.fields.map(({ path, decision }) => ({ path, coordinate: decision.coordinate, decision }));
  const rows = decided.rows.map(({ path, type }) => ({
    path,
    coordinate: `rows of ${type}`,
    decision: decider.rows(type),
  }));
  return { fields: byPlace(fields), rows: byPlace(rows) };
}

const byPlace = <Decided>(places: ReadonlyArray<DecidedPlace<Decided>>) =>
  new Map(places.map((place) => [`${place.path} ${place.coordinate}`, place]));

/** How two outcomes of one question differ. */
export function outcomeChanges(before: Outcome, after: Outcome): PlaceChange[] {
  if ('refused' in before || 'refused' in after) return wholeChange(before, after);
  return [...fieldChanges(before, after), ...rowChanges(before, after)];
}

function wholeChange(before: Outcome, after: Outcome): PlaceChange[] {
  const told = (outcome: Outcome) => ('refused' in outcome ? `refused: ${outcome.refused}` : 'answered');
  if (told(before) === told(after)) return [];
  const change = !('refused' in after) ? 'APPEARS' : 'refused' in before ? 'DIFFERS' : 'GOES_BLANK';
  return [{ path: '', coordinate: '', before: told(before), after: told(after), change }];
}

/** A place that one of the two lacks stands below one that is blank there. */
function fieldChanges(before: PlacesOfAnswer, after: PlacesOfAnswer): PlaceChange[] {
  return [...before.fields].flatMap(([place, { path, coordinate, decision: old }]) => {
    const now = after.fields.get(place)?.decision;
    const found = now && levelChange(old, now);
    if (!found) return [];
    const change = {
      GAINS: old.withheld ? 'APPEARS' : 'RISES',
      LOSES: now.withheld ? 'GOES_BLANK' : 'LOWERS',
    } as const;
    return [{ path, coordinate, ...found, change: found.change === 'DIFFERS' ? 'DIFFERS' : change[found.change] }];
  });
}

/** Rows stand at a place only where a rule may leave some out. */
function rowChanges(before: PlacesOfAnswer, after: PlacesOfAnswer): PlaceChange[] {
  const places = new Map([...before.rows, ...after.rows]);
  return [...places].flatMap(([place, { path, coordinate }]) => {
    if (isBelowBlank(path, before) || isBelowBlank(path, after)) return [];
    const [old, now] = [before, after].map(({ rows }) => rows.get(place)?.decision ?? ALL_ROWS);
    const found = old && now && rowChange(old, now);
    if (!found) return [];
    const change = { GAINS: 'RISES', LOSES: 'LOWERS', DIFFERS: 'DIFFERS' } as const;
    return [{ path, coordinate, ...found, change: change[found.change] }];
  });
}

const ALL_ROWS: ComparedRows = { caps: [], hidesAll: undefined };

const isBelowBlank = (path: string, { fields }: PlacesOfAnswer): boolean =>
  [...fields.values()].some(
    (field) => field.decision.withheld && (field.path === path || path.startsWith(`${field.path}.`)),
  );

import type { Change, RuleChange } from './change';
import { pairRows, type RowPair } from './pair-rows';
import { type PlaceSnapshot, type RowSnapshot, type Snapshot, type TableSnapshot, TEXT } from './snapshot';

/** What is not as it was, and what is kept for the next time. */
export interface Comparison {
  readonly changes: readonly Change[];
  readonly rulesNew: readonly RuleChange[];
  readonly rulesGone: readonly RuleChange[];
  readonly kept: Snapshot;
}

/**
 * Compares two answers to one question.
 *
 * INVARIANT: what a partner that is down could not answer is no change: the places that it had are kept as they
 * were, so that a revision shows once the partner is back. @param partial whether something could not be had.
 */
export function compareSnapshots(before: Snapshot, after: Snapshot, partial: boolean): Comparison {
  const compared = titlesOf(before, after).map((title) => compareTables(title, { before, after, partial }));
  return {
    changes: compared.flatMap(({ changes }) => changes),
    rulesNew: after.notices.filter((notice) => !holds(before.notices, notice)),
    rulesGone: before.notices.filter((notice) => !holds(after.notices, notice)),
    kept: { ...after, tables: compared.map(({ table }) => table), deleteBy: earlier(before, after, partial) },
  };
}

interface Sides {
  readonly before: Snapshot;
  readonly after: Snapshot;
  readonly partial: boolean;
}

/** Every table by its title, and by order where titles are equal. */
const titlesOf = (before: Snapshot, after: Snapshot): string[] => [
  ...new Set([...after.tables, ...before.tables].map(({ title }) => title)),
];

const holds = (notices: Snapshot['notices'], one: RuleChange): boolean =>
  notices.some(
    ({ code, path, rule, level }) => code === one.code && path === one.path && rule === one.rule && level === one.level,
  );

/** What is kept of the earlier answer must be gone when that was to be gone. */
function earlier(before: Snapshot, after: Snapshot, partial: boolean): string | null {
  const times = [after.deleteBy, ...(partial ? [before.deleteBy] : [])].filter((time) => time !== null);
  return times.sort()[0] ?? null;
}

interface TableChanges {
  readonly changes: readonly Change[];
  readonly table: TableSnapshot;
}

function compareTables(title: string, { before, after, partial }: Sides): TableChanges {
  const byTitle = ({ tables }: Snapshot): TableSnapshot =>
    tables.find((one) => one.title === title) ?? { title, rows: [] };
  const [old, current] = [byTitle(before), byTitle(after)];
  if (isOutage(current.whole)) return { changes: [], table: old };
  if (old.whole || current.whole) return { changes: changeOf(title, whole(old), whole(current)), table: current };
  const pairs = pairRows(old.rows, current.rows).map((pair) => compareRows(title, pair, partial));
  return {
    changes: pairs.flatMap(({ changes }) => changes),
    table: { title, rows: pairs.flatMap(({ row }) => row ?? []) },
  };
}

/** A list as one place: withheld, or there. */
const whole = (table: TableSnapshot): RowPlace => ({
  row: null,
  column: '',
  place: table.whole ?? { state: TEXT, value: null, path: '' },
});

function compareRows(table: string, { before, after }: RowPair, partial: boolean) {
  if (!after && partial) return { changes: [], row: before };
  const row = after?.label ?? before?.label ?? null;
  const pairs = placePairs(before, after);
  // A record that came or went is one change, whatever it holds.
  if (row === null && !(before && after))
    return {
      changes: [
        { kind: after ? 'NEW' : 'GONE', table, row, column: '', path: '', from: null, to: null } satisfies Change,
      ],
      row: after,
    };
  const telling = before && after ? pairs : pairs.filter(({ old, current }) => (current ?? old)?.state !== TEXT);
  const changes = telling.flatMap(({ column, old, current }) =>
    changeOf(table, { row, column, place: old }, { row, column, place: current }),
  );
  return { changes, row: after && keptRow(after, pairs) };
}

function placePairs(before: RowSnapshot | undefined, after: RowSnapshot | undefined): PlacePair[] {
  const columns = new Set([...Object.keys(after?.places ?? {}), ...Object.keys(before?.places ?? {})]);
  return [...columns].map((column) => ({ column, old: before?.places[column], current: after?.places[column] }));
}

interface RowPlace {
  readonly row: string | null;
  readonly column: string;
  readonly place: PlaceSnapshot | undefined;
}

function changeOf(table: string, { place: old }: RowPlace, { row, column, place: current }: RowPlace): Change[] {
  const kind = kindOf(old, current);
  const path = current?.path || old?.path || '';
  return kind ? [{ kind, table, row, column, path, from: shown(old), to: shown(current) }] : [];
}

interface PlacePair {
  readonly column: string;
  readonly old: PlaceSnapshot | undefined;
  readonly current: PlaceSnapshot | undefined;
}

/** A row as it is, with what could not be had as it was. */
function keptRow(after: RowSnapshot, pairs: readonly PlacePair[]): RowSnapshot {
  const carried = pairs.flatMap(({ column, old, current }) => {
    const place = isOutage(current) && old ? { ...old, path: current.path } : current;
    return place ? [[column, place] as const] : [];
  });
  return { ...after, places: Object.fromEntries(carried) };
}

const WITHHELD: ReadonlySet<string> = new Set(['WITHHELD', 'WITHHELD_OR_ABSENT', 'SUPPRESSED']);
const SHOWN: ReadonlySet<string> = new Set(['VALUE', 'ZERO', TEXT]);

const isOutage = (place: PlaceSnapshot | undefined): place is PlaceSnapshot => place?.state === 'OUTAGE';
const isShown = (place: PlaceSnapshot | undefined): boolean => place !== undefined && SHOWN.has(place.state);
const isWithheld = (place: PlaceSnapshot | undefined): boolean => place !== undefined && WITHHELD.has(place.state);

function kindOf(old: PlaceSnapshot | undefined, current: PlaceSnapshot | undefined): Change['kind'] | undefined {
  if (isOutage(current)) return undefined;
  if (isShown(current)) {
    if (isWithheld(old)) return 'NO_LONGER_WITHHELD';
    if (!isShown(old)) return 'NEW';
    return isSame(old, current) ? undefined : 'REVISED';
  }
  if (isWithheld(current)) return isShown(old) || old === undefined ? 'NEWLY_WITHHELD' : undefined;
  return isShown(old) ? 'GONE' : undefined;
}

function isSame(one: PlaceSnapshot | undefined, other: PlaceSnapshot | undefined): boolean {
  const parts = (place: PlaceSnapshot | undefined) =>
    JSON.stringify([place?.state, place?.value, place?.fingerprint, place?.provenance]);
  return parts(one) === parts(other);
}

function shown(place: PlaceSnapshot | undefined): number | string | null {
  if (!place || place.state === TEXT) return null;
  return place.value ?? place.state;
}

import { createHmac } from 'node:crypto';
import { timeAfter } from '@pasarela/schema/access/review/duration';
import type { Answer } from '@pasarela/schema/questions/answer';
import { formatPath } from '@pasarela/schema/questions/answer-path';
import type { Figure } from '@pasarela/schema/questions/figure';
import type { Cell, Table } from '@pasarela/schema/questions/table';
import { z } from 'zod';

/** One place of a table: a figure, the fingerprint of a text, or why it is blank. */
const place = z.strictObject({
  state: z.string(),
  value: z.number().nullable(),
  /** In place of a text, which is not kept: whether it is the same can be told, what it was cannot. */
  fingerprint: z.string().optional(),
  /** Of what makes two figures the same publication: status, as-of, source and so on. */
  provenance: z.string().optional(),
  path: z.string(),
});

const row = z.strictObject({
  /** The fingerprints of the row's texts, by column, in the order of the columns. */
  texts: z.array(z.tuple([z.string(), z.string()])),
  /** The texts that name the row; kept for tables of figures alone. */
  label: z.string().optional(),
  places: z.record(z.string(), place),
});

const table = z.strictObject({
  title: z.string(),
  /** Why there are no rows, where the list as a whole is withheld or could not be had. */
  whole: place.optional(),
  rows: z.array(row),
});

/** What is kept of an answer until the question is asked again. */
export const snapshotSchema = z.strictObject({
  askedAt: z.iso.datetime(),
  /** When it must be gone, by the agreements under which it was given. */
  deleteBy: z.iso.datetime().nullable(),
  ruleSetVersion: z.string(),
  notices: z.array(
    z.strictObject({ code: z.string(), path: z.string(), rule: z.string().nullable(), level: z.string() }),
  ),
  tables: z.array(table),
});

/** What is kept of an answer. */
export type Snapshot = z.infer<typeof snapshotSchema>;
/** One table of it. */
export type TableSnapshot = z.infer<typeof table>;
/** One row of it. */
export type RowSnapshot = z.infer<typeof row>;
/** One place of a row. */
export type PlaceSnapshot = z.infer<typeof place>;

/** The state of a place that holds a text. */
export const TEXT = 'TEXT';

/** What a snapshot is made of. */
export interface SnapshotInput {
  readonly answer: Answer;
  readonly tables: readonly Table[];
  readonly at: Date;
  /** The key of the fingerprints, which is kept with them. */
  readonly key: string;
}

/**
 * What of an answer is kept to tell later what changed: figures with their provenance, and fingerprints of texts.
 *
 * INVARIANT: of a table without figures, which may be one of records, no text is kept.
 */
export function snapshotOf({ answer, tables, at, key }: SnapshotInput): Snapshot {
  return {
    askedAt: at.toISOString(),
    deleteBy: deleteByOf(answer, at),
    ruleSetVersion: answer.disclosure?.ruleSetVersion ?? '',
    notices: answer.notices.map(({ code, path, rule, level }) => ({ code, path, rule, level })),
    tables: tables.map((one) => tableSnapshot(one, key)),
  };
}

function deleteByOf({ disclosure }: Answer, at: Date): string | null {
  const times = (disclosure?.obligations ?? []).flatMap(({ deleteBy }) => timeAfter(at, deleteBy)?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)).toISOString() : null;
}

function tableSnapshot({ title, columns, rows, empty }: Table, key: string): TableSnapshot {
  const ofFigures = rows.some((cells) => cells.some((cell) => cell?.figure));
  const titled = rows.map((cells) => cells.map((cell, i) => [columns[i]?.title ?? '', cell] as const));
  return {
    title,
    ...(empty && empty.blank !== 'NULL' && { whole: placeOf(empty, key) }),
    rows: titled.map((cells) => rowSnapshot(cells, { ofFigures, key })),
  };
}

type TitledCells = ReadonlyArray<readonly [string, Cell | undefined]>;

function rowSnapshot(cells: TitledCells, { ofFigures, key }: { ofFigures: boolean; key: string }): RowSnapshot {
  const texts = cells.flatMap(([title, cell]) => (cell?.text === undefined ? [] : [[title, cell.text] as const]));
  return {
    texts: texts.map(([title, text]) => [title, fingerprint(text, key)]),
    ...(ofFigures && { label: texts.map(([, text]) => text).join(' · ') }),
    places: Object.fromEntries(cells.flatMap(([title, cell]) => (cell ? [[title, placeOf(cell, key)]] : []))),
  };
}

function placeOf({ path, figure, text, blank }: Cell, key: string): PlaceSnapshot {
  const where = formatPath(path);
  if (figure) return { state: figure.state, value: figure.value, provenance: provenanceOf(figure), path: where };
  if (text !== undefined) return { state: TEXT, value: null, fingerprint: fingerprint(text, key), path: where };
  return { state: blank ?? 'NULL', value: null, path: where };
}

const provenanceOf = ({ value: _, state: __, ...provenance }: Figure): string =>
  JSON.stringify(Object.entries(provenance).sort(([one], [other]) => (one < other ? -1 : 1)));

const fingerprint = (text: string, key: string): string =>
  createHmac('sha256', Buffer.from(key, 'base64url')).update(text).digest('base64url');

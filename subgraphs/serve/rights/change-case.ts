import { requestError } from '@pasarela/schema/errors';
import type { ServeContext } from '../domain/serve-context';
import { deadlineAfter } from './deadline';
import { dayAtOffice } from './office-calendar';
import { ownDesk } from './own-desk';
import { type RightsCaseRow, rightsCaseModel, type StoredStep } from './rights-case.model';

const MAX_NOTE = 1000;

/** Which case is changed, as it was read, and what is noted of it. */
export interface CaseChange {
  readonly id: string;
  readonly expectedVersion: number;
  readonly note: string;
}

/** A refusal: which of the law's reasons is given. */
export interface CaseRefusal extends CaseChange {
  readonly ground: string;
}

/** A case of one's own party. @throws UNKNOWN_RIGHTS_CASE */
export async function findCase(id: string, context: ServeContext): Promise<RightsCaseRow> {
  const row = await rightsCaseModel(ownDesk(context).store).findById(id).lean<RightsCaseRow>();
  if (!row) throw requestError('UNKNOWN_RIGHTS_CASE');
  return row;
}

/** Closes a case as answered. @throws RIGHTS_CASE_STATE, VERSION_CONFLICT */
export async function answerCase(change: CaseChange, context: ServeContext): Promise<RightsCaseRow> {
  const row = await openRow(change, context);
  return changed(row, { ...change, did: 'ANSWERED', to: { state: 'ANSWERED' } }, context);
}

/** Closes a case as refused, for one of the reasons that the law has. @throws RIGHTS_CASE_STATE, RIGHTS_GROUND, VERSION_CONFLICT */
export async function refuseCase({ ground, ...change }: CaseRefusal, context: ServeContext): Promise<RightsCaseRow> {
  const row = await openRow(change, context);
  const { refusals } = ownDesk(context).definition.law;
  const refusal = Object.hasOwn(refusals, ground) ? refusals[ground] : undefined;
  if (!refusal?.of.includes(row.kind)) throw requestError('RIGHTS_GROUND', { kind: row.kind });
  return changed(row, { ...change, did: 'REFUSED', to: { state: 'REFUSED', ground } }, context);
}

/** Notes that the person was told that the request came in, once. @throws RIGHTS_CASE_STATE, VERSION_CONFLICT */
export async function confirmCase(change: CaseChange, context: ServeContext): Promise<RightsCaseRow> {
  const row = await openRow(change, context);
  if (row.confirmedAt) throw requestError('RIGHTS_CASE_STATE', { state: row.state });
  return changed(row, { ...change, did: 'CONFIRMED', to: { confirmedAt: context.now.toISOString() } }, context);
}

/**
 * Puts the answer off, once, where the law allows it and before the first term is over.
 * @throws RIGHTS_CASE_STATE, RIGHTS_EXTENSION_LATE, VERSION_CONFLICT
 */
export async function extendCase(change: CaseChange, context: ServeContext): Promise<RightsCaseRow> {
  const row = await openRow(change, context);
  const { kinds, calendar } = ownDesk(context).definition.law;
  const extension = kinds[row.kind]?.extension;
  if (row.state !== 'OPEN' || !extension) throw requestError('RIGHTS_CASE_STATE', { state: row.state });
  if (dayAtOffice(context.now, calendar) > row.deadline) throw requestError('RIGHTS_EXTENSION_LATE');
  const deadline = deadlineAfter(row.deadline, extension, calendar);
  return changed(row, { ...change, did: 'EXTENDED', to: { state: 'EXTENDED', deadline } }, context);
}

/** Notes a step of a case. INVARIANT: of two who read the same version, one writes. @throws VERSION_CONFLICT */
export async function changed(
  row: RightsCaseRow,
  { did, note, to }: Pick<StoredStep, 'did' | 'note'> & { readonly to: Partial<RightsCaseRow> },
  context: ServeContext,
): Promise<RightsCaseRow> {
  const step: StoredStep = { at: context.now.toISOString(), by: context.requester.id, did, note: note?.trim() ?? null };
  const next = { ...to, version: row.version + 1, history: [...row.history, step] };
  const { modifiedCount } = await rightsCaseModel(ownDesk(context).store).updateOne(
    { _id: row._id, version: row.version },
    { $set: next },
  );
  if (modifiedCount !== 1) throw requestError('VERSION_CONFLICT');
  return { ...row, ...next };
}

async function openRow({ id, expectedVersion, note }: CaseChange, context: ServeContext): Promise<RightsCaseRow> {
  if (note.trim() === '' || note.length > MAX_NOTE)
    throw requestError('BAD_INPUT', { what: `note has 1 to ${MAX_NOTE} characters` });
  const row = await findCase(id, context);
  if (row.version !== expectedVersion) throw requestError('VERSION_CONFLICT');
  if (row.state !== 'OPEN' && row.state !== 'EXTENDED') throw requestError('RIGHTS_CASE_STATE', { state: row.state });
  return row;
}

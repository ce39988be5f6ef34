import { randomUUID } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { checkClientKey, checkSameInput, requestKeyOf } from '../domain/client-key';
import { isDuplicateKey } from '../domain/duplicate-key';
import type { ServeContext } from '../domain/serve-context';
import { dayOf, deadlineAfter } from './deadline';
import { dayAtOffice, type OfficeCalendar } from './office-calendar';
import { ownDesk } from './own-desk';
import { type RightsCaseRow, rightsCaseModel } from './rights-case.model';
import type { RightsDesk } from './rights-desk';

/** What a person asked for, and when it came in. */
export interface OpenCaseInput {
  readonly kind: string;
  /** Null where nothing was found about the person, who is answered all the same. */
  readonly record: string | null;
  /** ISO date. */
  readonly receivedOn: string;
  readonly clientKey: string;
}

/** Opens a case, once for a client key. @throws BAD_INPUT, UNKNOWN_RECORD */
export async function openCase(input: OpenCaseInput, context: ServeContext): Promise<RightsCaseRow> {
  const desk = ownDesk(context);
  checkClientKey(input.clientKey);
  checkReceived(input.receivedOn, context.now, desk.definition.law.calendar);
  const written = await writtenBefore(input, desk, context);
  if (written) return written;
  if (input.record !== null && !(await desk.definition.holds(input.record, context.connection)))
    throw requestError('UNKNOWN_RECORD');
  try {
    await rightsCaseModel(desk.store).create(rowOf(input, desk, context));
  } catch (error) {
    if (!isDuplicateKey(error)) throw error;
  }
  return (await writtenBefore(input, desk, context)) as RightsCaseRow;
}

function checkReceived(receivedOn: string, now: Date, calendar: OfficeCalendar): void {
  const isDate = /^\d{4}-\d{2}-\d{2}$/.test(receivedOn) && !Number.isNaN(Date.parse(receivedOn));
  if (!isDate || dayOf(new Date(receivedOn)) !== receivedOn || receivedOn > dayAtOffice(now, calendar))
    throw requestError('BAD_INPUT', {
      what: 'receivedOn is a day in ISO 8601 (2026-01-15), not after today where the office is',
    });
}

const inputText = ({ kind, record, receivedOn }: OpenCaseInput): string => JSON.stringify([kind, record, receivedOn]);

async function writtenBefore(
  input: OpenCaseInput,
  { store }: RightsDesk,
  { requester }: ServeContext,
): Promise<RightsCaseRow | null> {
  const requestKey = requestKeyOf(input.clientKey, requester);
  const written = await rightsCaseModel(store).findOne({ requestKey }).lean<RightsCaseRow>();
  checkSameInput(written, inputText(input));
  return written;
}

function rowOf(input: OpenCaseInput, { definition }: RightsDesk, { requester, now }: ServeContext): RightsCaseRow {
  const { kind, record, receivedOn } = input;
  const { kinds, calendar } = definition.law;
  const terms = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined;
  if (!terms) throw requestError('BAD_INPUT', { what: 'kind is none of the law' });
  return {
    _id: randomUUID(),
    kind,
    record,
    receivedOn,
    confirmBy: terms.confirm && deadlineAfter(receivedOn, terms.confirm, calendar),
    confirmedAt: null,
    deadline: deadlineAfter(receivedOn, terms.answer, calendar),
    state: 'OPEN',
    ground: null,
    version: 1,
    history: [{ at: now.toISOString(), by: requester.id, did: 'OPENED', note: null }],
    requestKey: requestKeyOf(input.clientKey, requester),
    requestInput: inputText(input),
  };
}

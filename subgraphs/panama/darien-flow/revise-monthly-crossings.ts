import { requestError } from '@pasarela/schema/errors';
import {
  CLIENT_KEY_DESCRIPTION,
  checkClientKey,
  checkSameInput,
  requestKeyOf,
} from '@pasarela/serve/domain/client-key';
import { CountStatus } from '@pasarela/serve/domain/count';
import { isDuplicateKey } from '@pasarela/serve/domain/duplicate-key';
import { Reads } from '@pasarela/serve/domain/labels';
import { YearMonth } from '@pasarela/serve/domain/scalars';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { Field, InputType, Int } from 'type-graphql';
import { type PublishedFigure, publishedFigure } from './published-figure';
import { publishedFigureModel } from './published-figure.model';
import { readMonthTotals } from './read-monthly-crossings';

const MAX_VALUE = 10_000_000;
const MAX_TEXT = 1000;

/** A revised monthly figure as SNM publishes it. */
@InputType({ description: 'A revised monthly figure as SNM publishes it.' })
export class ReviseMonthlyCrossingsInput {
  @Field(() => YearMonth, { description: 'The month; one that is published as a row of its own.' })
  @Reads('MonthlyCrossings.month')
  month!: string;

  @Field(() => Int, { description: 'Registered arrivals, 0 to 10,000,000.' })
  @Reads('MonthlyCrossings.count')
  value!: number;

  @Field(() => String, { description: 'Where the revision is published; not empty.' })
  @Reads('MonthlyCrossings.revisions')
  source!: string;

  @Field(() => String, { nullable: true, description: 'A caution that travels with the figure.' })
  @Reads('MonthlyCrossings.revisions')
  note?: string | null;

  @Field(() => Int, {
    description: 'How many revisions the month has: another number means that it changed since it was read.',
  })
  @Reads('MonthlyCrossings.revisions')
  expectedRevisions!: number;

  @Field(() => String, {
    description: CLIENT_KEY_DESCRIPTION,
  })
  @Reads('MonthlyCrossings.revisions')
  clientKey!: string;
}

/**
 * Appends a revision to a month, once for a client key. Throws BAD_INPUT for an input that is not valid
 * or another input under a used key, VERSION_CONFLICT when the month changed since it was read.
 */
export async function reviseMonthlyCrossings(input: ReviseMonthlyCrossingsInput, context: ServeContext): Promise<void> {
  checkInput(input);
  if (await isWritten(input, context)) return;
  const revision = await nextRevision(input, context);
  if (await inserted(revision, context)) return;
  // Someone wrote between reading and writing: a retry of this very input, or another revision.
  if (!(await isWritten(input, context))) throw requestError('VERSION_CONFLICT');
}

const CHECKS: ReadonlyArray<readonly [what: string, holds: (input: ReviseMonthlyCrossingsInput) => boolean]> = [
  [`value is from 0 to ${MAX_VALUE}`, ({ value }) => value >= 0 && value <= MAX_VALUE],
  [`source has 1 to ${MAX_TEXT} characters`, ({ source }) => source.trim() !== '' && source.length <= MAX_TEXT],
  [`note has at most ${MAX_TEXT} characters`, ({ note }) => (note ?? '').length <= MAX_TEXT],
];

function checkInput(input: ReviseMonthlyCrossingsInput): void {
  const failed = CHECKS.find(([, holds]) => !holds(input));
  if (failed) throw requestError('BAD_INPUT', { what: failed[0] });
  checkClientKey(input.clientKey);
}

const inputText = ({ month, value, source, note, expectedRevisions }: ReviseMonthlyCrossingsInput) =>
  JSON.stringify([month, value, source, note ?? null, expectedRevisions]);

async function isWritten(input: ReviseMonthlyCrossingsInput, context: ServeContext): Promise<boolean> {
  const requestKey = requestKeyOf(input.clientKey, context.requester);
  const written = await publishedFigureModel(context.connection).findOne({ requestKey }).lean<PublishedFigure>();
  checkSameInput(written, inputText(input));
  return written !== null;
}

async function nextRevision(input: ReviseMonthlyCrossingsInput, context: ServeContext): Promise<PublishedFigure> {
  const { month, value, note, expectedRevisions } = input;
  const held = await readMonthTotals(context.connection, month, month);
  const latest = held.at(-1);
  if (!latest || latest.period !== latest.throughPeriod) {
    throw requestError('BAD_INPUT', { what: 'month is not published as a row of its own' });
  }
  if (held.length !== expectedRevisions && !(await isWritten(input, context))) throw requestError('VERSION_CONFLICT');
  return publishedFigure({
    series: 'MONTH_TOTAL',
    period: month,
    group: 'TOTAL',
    dataset: latest.dataset,
    value,
    note: note ?? null,
    source: input.source.trim(),
    revision: expectedRevisions + 1,
    status: CountStatus.REVISED,
    // The sum of a range follows the latest figure, but where an earlier one closes the published year.
    closesYear: latest.closesYear,
    asOf: context.now.toISOString().slice(0, 10),
    requestKey: requestKeyOf(input.clientKey, context.requester),
    requestInput: inputText(input),
  });
}

/** INVARIANT: the unique indexes decide between writers; the one that comes second writes nothing. */
async function inserted(figure: PublishedFigure, { connection }: ServeContext): Promise<boolean> {
  try {
    await publishedFigureModel(connection).create(figure);
    return true;
  } catch (error) {
    if (isDuplicateKey(error)) return false;
    throw error;
  }
}

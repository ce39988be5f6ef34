import { createHash } from 'node:crypto';
import { checkReadable } from '@pasarela/schema/access/question/check-readable';
import { RequestError, requestError } from '@pasarela/schema/errors';
import { PURPOSES, PURPOSES_WITH_CASE, ROLES } from '@pasarela/schema/identity/purposes';
import { checkClientKey, checkSameInput, requestKeyOf } from '@pasarela/serve/domain/client-key';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { personOf } from '../drafts/draft-rules';
import { governanceOf } from '../governance-service';
import { oneOf } from '../in-force/one-of';
import { requireOwnRules } from '../own-rules';
import { readVariables } from './read-variables';
import type { SaveQuestionInput } from './saved-question';
import {
  type QuestionWriteRow,
  questionWriteModel,
  type SavedQuestionRow,
  savedQuestionModel,
} from './saved-question.model';

const MAX_TEXT = 20_000;
const MAX_TITLE = 300;
/** So many questions may a party have: whoever asks what a change does to them waits for all. */
const MAX_QUESTIONS_OF_PARTY = 500;

/**
 * Saves a question of the requester's own party, in place of the one of its name; once for a client key, so that
 * a late retry neither undoes what was saved since nor brings back what was removed.
 *
 * @throws NOT_YOUR_RULES; BAD_INPUT, also for what the gateway would refuse to answer at all.
 */
export async function saveQuestion(input: SaveQuestionInput, context: ServeContext): Promise<SavedQuestionRow> {
  const { requester, connection } = context;
  requireOwnRules(requester.party, context);
  checkClientKey(input.clientKey);
  const row = questionRow(input, context);
  const write = { _id: requestKeyOf(input.clientKey, requester), requestInput: digestOf(input) };
  const written = await questionWriteModel(connection).findOne({ _id: write._id }).lean<QuestionWriteRow>();
  checkSameInput(written, write.requestInput);
  const model = savedQuestionModel(connection);
  if (written) return (await model.findOne({ _id: row._id }).lean<SavedQuestionRow>()) ?? row;
  const others = await model.countDocuments({ party: row.party, _id: { $ne: row._id } });
  if (others >= MAX_QUESTIONS_OF_PARTY)
    throw requestError('BAD_INPUT', { what: `a party has at most ${MAX_QUESTIONS_OF_PARTY} questions` });
  const { _id, ...content } = row;
  await model.updateOne({ _id }, { $set: content }, { upsert: true });
  // After the question: were it lost in between, the retry writes it.
  await questionWriteModel(connection).updateOne({ _id: write._id }, { $set: write }, { upsert: true });
  return row;
}

const digestOf = (input: SaveQuestionInput): string =>
  createHash('sha256')
    .update(JSON.stringify({ ...input, clientKey: null }))
    .digest('base64url');

function questionRow(input: SaveQuestionInput, context: ServeContext): SavedQuestionRow {
  const { requester, now } = context;
  const { office, questions } = governanceOf(context);
  const agencies = office.ruleSet().parties[requester.party]?.agencies ?? [];
  const purpose = oneOf('purpose', input.purpose, PURPOSES);
  const variables = readVariables(input.variables);
  checkTexts(input);
  refuseUnreadable(() => checkReadable(input.query, variables, questions.api));
  return {
    _id: `${requester.party}:${input.name}`,
    party: requester.party,
    name: input.name,
    titleEn: input.titleEn.trim(),
    titleEs: input.titleEs.trim(),
    query: input.query,
    variables: JSON.stringify(variables),
    purpose,
    agency: input.agency == null ? null : oneOf('agency', input.agency, agencies),
    roles: readRoles(input.roles),
    caseGiven: input.caseGiven ?? PURPOSES_WITH_CASE.includes(purpose),
    savedBy: personOf(context),
    savedAt: now.toISOString(),
  };
}

function checkTexts({ name, titleEn, titleEs, query }: SaveQuestionInput): void {
  const bad = (what: string) => requestError('BAD_INPUT', { what });
  if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) throw bad('name has 1 to 64 of a to z, digits and hyphens');
  for (const title of [titleEn, titleEs])
    if (title.trim() === '' || title.length > MAX_TITLE) throw bad(`titles have 1 to ${MAX_TITLE} characters`);
  if (query.length > MAX_TEXT) throw bad(`query has at most ${MAX_TEXT} characters`);
}

function readRoles(given: readonly string[]) {
  if (given.length === 0) throw requestError('BAD_INPUT', { what: 'roles names at least one' });
  return [...new Set(given.map((role) => oneOf('roles', role, ROLES)))].sort();
}

/** INVARIANT: what is saved can be asked. It is told why not as a fault of the input: no question was asked. */
function refuseUnreadable(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RequestError) || error.code === 'BAD_INPUT') throw error;
    throw requestError('BAD_INPUT', { what: `query: ${error.message}` });
  }
}

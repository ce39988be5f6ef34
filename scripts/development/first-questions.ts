import { governance } from '@pasarela/governance/index';
import { type SavedQuestionRow, savedQuestionModel } from '@pasarela/governance/questions/saved-question.model';
import { PURPOSES } from '@pasarela/schema/identity/purposes';
import { openStore, type Store } from '@pasarela/store/connect';
import { QUESTIONS_DIRECTORY, readSavedQuestion, savedNumbers } from '../ask/read-question';
import { databaseOf } from '../start/run-subgraph';
import { DEVELOPMENT_PARTIES, PERSONAS } from './personas';

/** Who saves questions on a developer's machine. */
const FROM_FILES = 'development files';

/** What the first questions of a developer's machine are made of. */
export interface FirstQuestionsOptions {
  readonly storeAddress: string;
  readonly now: Date;
  /** The questions that ship with the product unless said otherwise. */
  readonly directory?: string;
}

/**
 * Registers the questions that ship with the product as every DEVELOPMENT party's own: of a party that has none
 * yet, or has them from files still. What an administrator saved or removed stays as it is.
 */
export async function registerFirstQuestions(options: FirstQuestionsOptions): Promise<void> {
  const { storeAddress, now, directory = QUESTIONS_DIRECTORY } = options;
  const store = await openStore({ address: storeAddress, database: databaseOf(governance), durable: true });
  try {
    for (const party of DEVELOPMENT_PARTIES)
      for (const row of await rowsToWrite(party, { store, now, directory })) await write(row, store);
  } finally {
    await store.close();
  }
}

async function rowsToWrite(
  party: string,
  { store, now, directory }: { readonly store: Store; readonly now: Date; readonly directory: string },
): Promise<SavedQuestionRow[]> {
  const saved = await savedQuestionModel(store.connection).find({ party }).lean<SavedQuestionRow[]>();
  const shipped = savedNumbers(directory).map((number) => rowOf(number, party, { now, directory }));
  if (saved.length === 0) return shipped;
  return shipped.filter((row) => {
    const known = saved.find(({ _id }) => _id === row._id);
    return known?.savedBy.id === FROM_FILES && contentOf(known) !== contentOf(row);
  });
}

const contentOf = ({ titleEn, titleEs, query, variables, purpose, roles, caseGiven }: SavedQuestionRow): string =>
  JSON.stringify([titleEn, titleEs, query, variables, purpose, roles, caseGiven]);

function rowOf(
  number: string,
  party: string,
  { now, directory }: { readonly now: Date; readonly directory: string },
): SavedQuestionRow {
  const { title, query, variables, purpose, askedBy = '', caseReference } = readSavedQuestion(number, directory);
  const stated = PURPOSES.find((one) => one === purpose);
  const asker = PERSONAS.get(askedBy);
  if (!title || !stated || !asker) throw new Error(`The question ${number} says not who asks it, or for what.`);
  return {
    _id: `${party}:${number}`,
    party,
    name: number,
    titleEn: title.en,
    titleEs: title.es,
    query,
    variables: JSON.stringify(variables),
    purpose: stated,
    agency: null,
    roles: asker.roles,
    caseGiven: caseReference !== undefined,
    savedBy: { party, agency: '', id: FROM_FILES },
    savedAt: now.toISOString(),
  };
}

async function write({ _id, ...content }: SavedQuestionRow, { connection }: Store): Promise<void> {
  await savedQuestionModel(connection).updateOne({ _id }, { $set: content }, { upsert: true });
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { governance } from '@pasarela/governance/index';
import { type SavedQuestionRow, savedQuestionModel } from '@pasarela/governance/questions/saved-question.model';
import { checkReadable } from '@pasarela/schema/access/question/check-readable';
import { apiSchemaOf } from '@pasarela/schema/access/view/api-schema';
import { loadContract } from '@pasarela/schema/contract';
import { openStore } from '@pasarela/store/connect';
import { savedNumbers } from '../ask/read-question';
import { databaseOf } from '../start/run-subgraph';
import { registerFirstQuestions } from './first-questions';
import { DEVELOPMENT_PARTIES } from './personas';

describe('registerFirstQuestions', () => {
  let directory: string;
  const register = (now = '2026-01-15T12:00:00Z') =>
    registerFirstQuestions({ storeAddress: `embedded:${directory}`, now: new Date(now) });
  /** Does something with what is saved, and returns what is saved then. */
  const saved = async (change: (model: ReturnType<typeof savedQuestionModel>) => unknown = () => undefined) => {
    const store = await openStore({
      address: `embedded:${directory}`,
      database: databaseOf(governance),
      durable: true,
    });
    const model = savedQuestionModel(store.connection);
    await change(model);
    const rows = await model.find().sort({ _id: 1 }).lean<SavedQuestionRow[]>();
    await store.close();
    return rows;
  };

  beforeEach(() => {
    directory = mkdtempSync(path.join(tmpdir(), 'pasarela-first-questions-'));
  });
  afterEach(() => rmSync(directory, { recursive: true }));

  it('gives every development party every question that ships, each such that it can be asked', async () => {
    await register();
    const rows = await saved();
    expect(rows.map(({ _id }) => _id)).toEqual(
      DEVELOPMENT_PARTIES.flatMap((party) => savedNumbers().map((number) => `${party}:${number}`)),
    );
    const api = apiSchemaOf(loadContract().supergraph);
    for (const { query, variables } of rows)
      expect(() => checkReadable(query, JSON.parse(variables), api)).not.toThrow();
    expect(rows.find(({ _id }) => _id === 'COL:20')).toMatchObject({
      purpose: 'ENFORCEMENT',
      roles: ['INVESTIGATOR'],
      agency: null,
      caseGiven: true,
      savedBy: { id: 'development files' },
    });
  });

  it('writes again what changed in the files alone; what administrators did stays', async () => {
    await register();
    await saved(async (model) => {
      await model.deleteOne({ _id: 'PAN:01' });
      await model.updateOne({ _id: 'PAN:02' }, { $set: { titleEn: 'Ours', 'savedBy.id': 'administrator.pan' } });
      await model.updateOne({ _id: 'PAN:06' }, { $set: { titleEn: 'Old' } });
    });
    await register('2026-01-16T12:00:00Z');
    const rows = await saved();
    const titleOf = (id: string) => rows.find(({ _id }) => _id === id)?.titleEn;
    expect([titleOf('PAN:01'), titleOf('PAN:02')]).toEqual([undefined, 'Ours']);
    expect(titleOf('PAN:06')).toBe(titleOf('COL:06'));
    expect(rows.filter(({ savedAt }) => savedAt.startsWith('2026-01-16')).map(({ _id }) => _id)).toEqual(['PAN:06']);
  });
});

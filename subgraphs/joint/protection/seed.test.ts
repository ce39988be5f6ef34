import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedDomain } from '@pasarela/serve/domain/seed-domain';
import { openStore, type Store } from '@pasarela/store/connect';
import { jointProtection } from './index';
import { type ReferralCompletionDocument, referralCompletionModel } from './referral-completion.model';
import { rollUpReferrals } from './roll-up-referrals';
import { SMALLEST_CELL } from './small-cells';

describe('the seed of joint/protection', () => {
  let directory: string;
  let store: Store;
  beforeAll(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'pasarela-protection-'));
    store = await openStore({ address: `embedded:${directory}`, database: 'joint-protection' });
    await seedDomain(jointProtection, { connection: store.connection, scale: 0.005, progress: () => undefined });
  });
  afterAll(async () => {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  });

  const everything = async () =>
    Promise.all(
      jointProtection.seed.models(store.connection).map(async (model) => ({
        name: model.modelName,
        documents: await model.find().lean<Array<Record<string, unknown>>>(),
      })),
    );

  it('is SYNTHETIC in every row, and each row is of one contributor', async () => {
    for (const { name, documents } of await everything()) {
      expect([name, documents.length > 0]).toEqual([name, true]);
      for (const { dataset, contributedBy } of documents) {
        expect(dataset).toMatch(/^SYNTHETIC/);
        expect(['HUM', 'PAN']).toContain(contributedBy);
      }
    }
  });

  it('keeps no number of persons under ten', async () => {
    const counted = ['persons', 'consultations', 'genderBasedViolencePatients', 'referred', 'completed'];
    const numbers = (await everything())
      .flatMap(({ documents }) => documents)
      .flatMap((document) => counted.map((name) => document[name]))
      .filter((value) => value !== undefined);
    expect(numbers).toContain(null);
    const kept = numbers.filter((value) => value !== null) as number[];
    expect(kept.length).toBeGreaterThan(100);
    expect(kept.every((value) => value >= SMALLEST_CELL)).toBe(true);
  });

  it('counts referrals as they are counted anew when one changes', async () => {
    const completions = referralCompletionModel(store.connection);
    const seeded = await completions.find().sort({ _id: 1 }).lean<ReferralCompletionDocument[]>();
    expect(seeded).toHaveLength(12);
    expect(seeded.some(({ referred }) => referred !== null)).toBe(true);
    await completions.deleteMany({});
    for (const cell of seeded) await rollUpReferrals(store.connection, cell);
    expect(await completions.find().sort({ _id: 1 }).lean()).toEqual(seeded);
  });

  it('keeps nothing in a referral that tells of a person', async () => {
    const all = await everything();
    const referral = all.find(({ name }) => name === 'Referral')?.documents[0] ?? {};
    expect(Object.keys(referral).toSorted()).toEqual([
      '_id',
      'addressedTo',
      'contributedBy',
      'dataset',
      'history',
      'outcome',
      'quarter',
      'referredOn',
      'sector',
      'station',
      'version',
    ]);
  });
});

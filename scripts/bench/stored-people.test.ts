import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { seedDomains } from '../seed/seed-domains';
import { SUBGRAPHS } from '../subgraphs';
import { storedPeople } from './stored-people';

test('people are counted in the stores, each in the domain that holds the record', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'pasarela-people-'));
  const storeAddress = `embedded:${directory}`;
  await seedDomains({ definitions: SUBGRAPHS, storeAddress, scale: 0.01, progress: () => undefined });
  const people = await storedPeople(storeAddress);
  expect(people.get('holders of permits')).toBe(200);
  expect(people.get('in crossing records')).toBe(200);
  expect(people.get('in return manifests')).toBe(50);
  for (const party of ['colombia', 'panama', 'usa']) expect(people.get(`in cases, ${party}`)).toBeGreaterThan(3);
  expect(people.size).toBe(6);
  await rm(directory, { recursive: true });
}, 60_000);

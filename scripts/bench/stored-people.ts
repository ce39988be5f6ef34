import { openStore } from '@pasarela/store/connect';
import { databaseOf } from '../start/run-subgraph';
import { SUBGRAPHS } from '../subgraphs';

/** Where a person is stored: one a document, or those in a list of each document. */
interface PeopleIn {
  readonly domain: string;
  readonly collection: string;
  readonly list?: string;
  readonly who: string;
}

/** INVARIANT: only whole records of persons count: no token of a check, no referral and no figure is one. */
const PEOPLE: readonly PeopleIn[] = [
  { domain: 'colombia-regularization', collection: 'permits', who: 'holders of permits' },
  { domain: 'panama-darien-flow', collection: 'crossing_records', who: 'in crossing records' },
  { domain: 'panama-repatriation', collection: 'return_manifest_entries', who: 'in return manifests' },
  ...(['colombia', 'panama', 'usa'] as const).map((party) => ({
    domain: `${party}-smuggling-cases`,
    collection: `${party}_smuggling_cases`,
    list: 'persons',
    who: `in cases, ${party}`,
  })),
];

/** How many persons are stored, by who they are. Each record is another invented person; none is in two stores. */
export async function storedPeople(storeAddress: string): Promise<Map<string, number>> {
  const counted = new Map<string, number>();
  for (const people of PEOPLE) counted.set(people.who, await countIn(people, storeAddress));
  return counted;
}

async function countIn({ domain, collection, list }: PeopleIn, address: string): Promise<number> {
  const definition = SUBGRAPHS.find(({ name }) => name === domain);
  if (!definition) throw new Error(`There is no domain ${domain}.`);
  const store = await openStore({ address, database: databaseOf(definition) });
  try {
    const documents = store.connection.collection(collection);
    if (!list) return await documents.countDocuments({});
    const [total] = await documents.aggregate([{ $unwind: `$${list}` }, { $count: 'persons' }]).toArray();
    return (total?.persons as number | undefined) ?? 0;
  } finally {
    await store.close();
  }
}

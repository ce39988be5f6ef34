import { testFederation } from '../federation/federations';
import { runSpoiled } from '../run-case';
import { FAULTS } from './spoiled-replies';

const federation = testFederation();
/** Leaves of every kind, objects behind a union, entities of several subgraphs. */
const TEXT = `{
  depots { open stock { count } }
  works { ... on Film { released title genre } ... on Track { length } ... on Book { pages author { name score } } }
  products { size { wide high unit } parcel inStock }
  review(id: 5) { stars text by { tags } }
}`;

it.each(FAULTS)('while a subgraph fails by %s no value is wrong, and an error names it', async (fault) => {
  const ways = [...federation.subgraphs.keys()].map((subgraph) => ({ subgraph, fault }));
  const failed = new Set<string>();
  for (const way of ways) {
    const answers = await runSpoiled(federation, { text: TEXT, variables: {} }, [way]);
    if (typeof answers === 'string') continue;
    expect(answers.differing).toEqual([]);
    expect(answers.ours.dataText).not.toBe(answers.expected.dataText);
    failed.add(way.subgraph);
  }
  expect(failed.size).toBeGreaterThan(0);
});

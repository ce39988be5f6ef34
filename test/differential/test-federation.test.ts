import { pasarela } from './engines/pasarela';
import { unspoiled } from './engines/subgraph-fetches';
import { testFederation } from './federation/federations';
import { foundText } from './found-text';
import { runMany } from './run-many';

const federation = testFederation();
const SEED = 1;

it.each([0, 1, 2, 3])(
  'three engines answer drawn questions alike, save what the list explains: part %i',
  async (part) => {
    const { counts, found } = await runMany({ federation, seed: SEED, from: part * 325, to: (part + 1) * 325 });
    expect(found.map((one) => foundText(one, SEED, federation)).join('\n')).toBe('');
    expect(counts.ASKED).toBeGreaterThan(200);
    expect(counts.WITH_ERRORS).toBeGreaterThan(30);
    expect(counts.SPOILED).toBeGreaterThan(30);
    expect(counts.INVALID ?? 0).toBeLessThan(50);
  },
  60_000,
);

it('where fields fail that others require, ours takes no value that was computed without them', async () => {
  const failing = testFederation(true);
  const { counts, found } = await runMany({ federation: failing, seed: SEED, from: 0, to: 300 });
  expect(found.map((one) => foundText(one, SEED, failing)).join('\n')).toBe('');
  expect(counts.WITH_ERRORS).toBeGreaterThan(30);
}, 60_000);

it('no field is taken for a key because its alias is named so', async () => {
  const sent: string[] = [];
  const noted = pasarela(federation, (subgraph, reply) => {
    sent.push(JSON.stringify(reply.data));
    return unspoiled(subgraph, reply);
  });
  const text = '{ newest { id: text stars carried } }';
  const { dataText } = await noted({ text, variables: {} });
  const plain = await noted({ text: '{ newest { text stars carried } }', variables: {} });
  expect(dataText.replaceAll('"id":', '"text":')).toBe(plain.dataText);
  expect(sent.length).toBeGreaterThan(0);
});

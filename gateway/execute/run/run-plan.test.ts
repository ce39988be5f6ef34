import type { RootFetch } from '../compile/compile-plan';
import { compileFind } from '../compile/find-objects';
import { MOST_PATHS, type ResponsePath } from './error-paths';
import { runPlan } from './run-plan';

const template = { subgraph: 'reviews', start: '', variableNames: [], end: '', check: () => {}, rename: undefined };
const rows: RootFetch = { ...template, kind: 'ROOT_FETCH', place: [], find: undefined };
const inRows: RootFetch = { ...rows, place: ['rows', '@'], find: compileFind(['rows', '@'], new Set()) };

/** How often an error of so many rows is told, and at how many places. */
async function toldOf(count: number): Promise<Array<number | undefined>> {
  const replies = [
    { data: () => ({ rows: Array.from({ length: count }, () => ({})) }), errors: [] },
    { data: () => null, errors: [{ path: ['greeting'] as ResponsePath }] },
  ];
  const told: Array<number | undefined> = [];
  await runPlan<{ path: ResponsePath }>(
    { kind: 'SEQUENCE', steps: [rows, inRows] },
    {
      variables: {},
      send: async () => replies.shift() as (typeof replies)[number],
      onError: (_, __, paths) => told.push(paths?.length),
      onFault: (_, fault) => {
        throw fault;
      },
    },
  );
  return told;
}

it('an error that stands at more places than are found is told as one of any place, too', async () => {
  expect(await toldOf(3)).toEqual([3]);
  expect(await toldOf(MOST_PATHS + 1)).toEqual([MOST_PATHS, 0]);
});

import type { RootFetch } from '../compile/compile-plan';
import { compileFind } from '../compile/find-objects';
import { compileKeyRenaming } from '../compile/rename-members';
import { MOST_PATHS, type ResponsePath } from './error-paths';
import { runPlan } from './run-plan';

const template = { subgraph: 'reviews', start: '', variableNames: [], end: '', check: () => {}, read: () => undefined };
const renameKey = compileKeyRenaming([{ kind: 'KeyRenamer', path: ['nick__alias_0'], renameKeyTo: 'nick' }]);
const rows: RootFetch = { ...template, kind: 'ROOT_FETCH', place: [], find: undefined, rename: undefined, renameKey };
const inRows: RootFetch = { ...rows, place: ['rows', '@'], find: compileFind(['rows', '@'], new Set()) };

/** At which places an error of a field of so many rows is told, each time that it is. */
async function toldOf(count: number): Promise<Array<readonly ResponsePath[] | undefined>> {
  const replies = [
    { data: () => ({ value: { rows: Array.from({ length: count }, () => ({})) }, isChecked: false }), errors: [] },
    { data: () => ({ value: null, isChecked: false }), errors: [{ path: ['nick__alias_0', 0] as ResponsePath }] },
  ];
  const told: Array<readonly ResponsePath[] | undefined> = [];
  await runPlan<{ path: ResponsePath }>(
    { kind: 'SEQUENCE', steps: [rows, inRows] },
    {
      variables: {},
      send: async () => replies.shift() as (typeof replies)[number],
      onError: (_, __, paths) => told.push(paths),
      onFault: (_, fault) => {
        throw fault;
      },
    },
  );
  return told;
}

it('an error is told at every place, under the key that was asked for', async () => {
  expect(await toldOf(2)).toEqual([
    [
      ['rows', 0, 'nick', 0],
      ['rows', 1, 'nick', 0],
    ],
  ]);
});

it('one that stands at more places than are found is told as one of any place, too', async () => {
  const told = await toldOf(MOST_PATHS + 1);
  expect(told.map((paths) => paths?.length)).toEqual([MOST_PATHS, 0]);
});

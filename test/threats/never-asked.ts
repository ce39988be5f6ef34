import type { LogEntry } from '../federation/open-federation';
import type { Stage } from './attack';

/** The entries that a subgraph's own request log gains while something is done. */
export async function loggedDuring(stage: Stage, subgraph: string, act: () => Promise<unknown>): Promise<LogEntry[]> {
  const before = await stage.requestLog(subgraph);
  await act();
  return (await stage.requestLog(subgraph)).slice(before.length);
}

/** The entries that all subgraphs' request logs gain while something is done. */
export async function loggedAnywhere(stage: Stage, act: () => Promise<unknown>): Promise<LogEntry[]> {
  const names = stage.subgraphs.map(({ name }) => name);
  const logs = () => Promise.all(names.map((name) => stage.requestLog(name)));
  const before = await logs();
  await act();
  return (await logs()).flatMap((entries, index) => entries.slice(before[index]?.length ?? 0));
}

/** What a subgraph was asked for, by its own log; a refused request stands there with its code. */
export const askedOf = (entries: readonly LogEntry[]) =>
  entries.map(({ status, code, coordinates }) => (status === 200 && !code ? (coordinates ?? []) : [status, code]));

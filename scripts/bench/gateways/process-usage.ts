import { readdirSync, readFileSync } from 'node:fs';

/** What a process and all that it started take. */
export interface ProcessUsage {
  /** Seconds of processor so far, of every thread. */
  readonly cpuSeconds: number;
  /** Megabytes of memory that are in use now. */
  readonly rssMb: number;
}

/** The kernel's clock of processor time: so many ticks a second on every Linux that Node runs on. */
const TICKS = 100;

/** One process, as `/proc/PID/stat` and `/proc/PID/status` tell of it. */
interface OneProcess {
  readonly parent: number;
  readonly ticks: number;
}

/** Reads what a process and its descendants take; undefined where the system does not tell (it is no Linux). */
export function usageOf(pid: number): ProcessUsage | undefined {
  const processes = allProcesses();
  if (!processes.has(pid)) return undefined;
  const family = [...processes.keys()].filter((one) => isWithin(one, pid, processes));
  const ticks = family.reduce((sum, one) => sum + (processes.get(one)?.ticks ?? 0), 0);
  return { cpuSeconds: ticks / TICKS, rssMb: family.reduce((sum, one) => sum + rssOf(one), 0) / 1024 };
}

/** The fields of a line of `/proc/PID/stat`. The name, which stands in brackets, may hold anything. */
export function parseStat(line: string): OneProcess {
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  return { parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) };
}

function allProcesses(): Map<number, OneProcess> {
  const found = new Map<number, OneProcess>();
  for (const name of listed('/proc').filter((entry) => /^\d+$/.test(entry))) {
    const line = read(`/proc/${name}/stat`);
    if (line) found.set(Number(name), parseStat(line));
  }
  return found;
}

function isWithin(pid: number, ancestor: number, processes: ReadonlyMap<number, OneProcess>): boolean {
  for (let at: number | undefined = pid; at; at = processes.get(at)?.parent) if (at === ancestor) return true;
  return false;
}

const rssOf = (pid: number): number => Number(/^VmRSS:\s+(\d+) kB/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1] ?? 0);

/** A process may end while it is looked at. */
function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}

function listed(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { parseStat, usageOf } from './process-usage';

describe('parseStat', () => {
  it('reads the parent and the ticks of a process, whatever its name', () => {
    const line = '7 (a) 9 (b) R 3 7 7 0 -1 4194304 100 0 0 0 250 50 9 9 20 0 1 0 100 1000 10';
    expect(parseStat(line)).toEqual({ parent: 3, ticks: 300 });
  });
});

describe('usageOf', () => {
  it('counts what a process started, and nothing of one that is gone; where it cannot be read, nothing', async () => {
    const script =
      "const end = Date.now() + 300; while (Date.now() < end); process.stdout.write('done'); setInterval(() => 0, 9e4);";
    const started = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'inherit' });`;
    const child = spawn(process.execPath, ['-e', started], { detached: true, stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = once(child, 'exit');
    try {
      await once(child.stdout as NodeJS.ReadableStream, 'data');
      const usage = usageOf(child.pid as number);
      if (process.platform !== 'linux') expect(usage).toBeUndefined();
      else expect([(usage?.cpuSeconds ?? 0) > 0.1, (usage?.rssMb ?? 0) > 20]).toEqual([true, true]);
    } finally {
      process.kill(-(child.pid as number), 'SIGKILL');
      await ended;
    }
    expect(usageOf(child.pid as number)).toBeUndefined();
  });
});

import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { nextMessage } from './child-messages';
import type { Cores } from './cores';

/** The process that says how fast the gateway's core is just now. */
export class CalibrationChild {
  private readonly child: ChildProcess;

  constructor({ gateway }: Cores) {
    const words = [...gateway, process.execPath, path.join(__dirname, 'calibration-process.js')];
    this.child = spawn(words[0] as string, words.slice(1), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  }

  /** Pieces of a fixed work that the core does in a second, now. */
  measure(): Promise<number> {
    this.child.send('measure');
    return nextMessage<number>(this.child);
  }

  close(): void {
    this.child.disconnect();
  }
}

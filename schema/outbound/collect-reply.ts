import type { IncomingHttpHeaders } from 'node:http';
import type { Dispatcher } from 'undici';

/** A whole reply. */
export interface WholeReply {
  readonly status: number;
  readonly headers: Readonly<IncomingHttpHeaders>;
  readonly bytes: Buffer;
}

/** A reply that did not come in time. */
export class ReplyTooLate extends Error {
  override readonly name = 'ReplyTooLate';
}

/** Sends a request and collects its reply, however it comes; all of it has to be there within the time. */
export function collectReply(
  dispatcher: Dispatcher,
  options: Dispatcher.DispatchOptions,
  timeoutMs: number,
): Promise<WholeReply> {
  return new Promise((resolve, reject) => {
    dispatcher.dispatch(options, new ReplyCollector({ resolve, reject }, timeoutMs));
  });
}

interface Ends {
  readonly resolve: (reply: WholeReply) => void;
  readonly reject: (error: Error) => void;
}

class ReplyCollector implements Dispatcher.DispatchHandler {
  private readonly chunks: Buffer[] = [];
  private readonly timer: NodeJS.Timeout;
  private controller: Dispatcher.DispatchController | undefined;
  private status = 0;
  private headers: IncomingHttpHeaders = {};

  constructor(
    private readonly ends: Ends,
    timeoutMs: number,
  ) {
    this.timer = setTimeout(() => this.giveUp(), timeoutMs);
  }

  onRequestStart(controller: Dispatcher.DispatchController): void {
    this.controller = controller;
  }

  onResponseStart(_: Dispatcher.DispatchController, status: number, headers: IncomingHttpHeaders): void {
    this.status = status;
    this.headers = headers;
  }

  onResponseData(_: Dispatcher.DispatchController, chunk: Buffer): void {
    this.chunks.push(chunk);
  }

  onResponseEnd(): void {
    clearTimeout(this.timer);
    const [only, ...more] = this.chunks;
    const bytes = more.length > 0 || !only ? Buffer.concat(this.chunks) : only;
    this.ends.resolve({ status: this.status, headers: this.headers, bytes });
  }

  onResponseError(_: Dispatcher.DispatchController, error: Error): void {
    clearTimeout(this.timer);
    this.ends.reject(error);
  }

  /** A request that still waits for a connection has no controller yet: its caller goes on, and what comes is left. */
  private giveUp(): void {
    const late = new ReplyTooLate('no whole reply in time');
    if (this.controller) this.controller.abort(late);
    this.ends.reject(late);
  }
}

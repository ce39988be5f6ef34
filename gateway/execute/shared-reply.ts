import type { FetchReply } from './run/run-plan';
import type { SubgraphError, SubgraphReply } from './subgraph-client';

/**
 * The reply to a fetch that several parts of one plan ask for. INVARIANT: data that somebody will change is nobody
 * else's: whoever comes after reads the reply's text anew.
 */
export class SharedReply implements FetchReply<SubgraphError> {
  private isTaken = false;

  constructor(readonly reply: SubgraphReply) {}

  get errors(): readonly SubgraphError[] {
    return this.reply.errors;
  }

  data(willChange: boolean): unknown {
    if (this.isTaken) return (JSON.parse(this.reply.text) as { data?: unknown }).data;
    this.isTaken = willChange;
    return this.reply.data;
  }
}

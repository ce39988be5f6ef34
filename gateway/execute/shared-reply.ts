import type { FetchReply, ReplyData } from './run/run-plan';
import type { SubgraphError, SubgraphReply } from './subgraph-client';

/**
 * The reply to a fetch that several parts of one plan ask for. INVARIANT: data that somebody will change is nobody
 * else's: whoever comes after reads the reply's bytes anew.
 */
export class SharedReply implements FetchReply<SubgraphError> {
  private isTaken = false;

  constructor(readonly reply: SubgraphReply) {}

  get errors(): readonly SubgraphError[] {
    return this.reply.errors;
  }

  data(willChange: boolean): ReplyData {
    const { data: value, isChecked, bytes } = this.reply;
    if (this.isTaken)
      return { value: (JSON.parse(bytes.toString('utf8')) as { data?: unknown }).data, isChecked: false };
    this.isTaken = willChange;
    return { value, isChecked };
  }
}

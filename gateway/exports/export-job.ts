import { timeAfter } from '@pasarela/schema/access/review/duration';
import { requestError } from '@pasarela/schema/errors';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import type { Answered, Received } from '../request-state';
import { decisionOf } from './decision-of';
import type { ExportFile } from './export-file';
import { type Cursors, endOfPage } from './next-cursors';
import type { PagedList } from './paged-query';

/** How far an export is. STOPPED: a page was refused; nothing of it is kept. */
export type ExportState = 'RUNNING' | 'DONE' | 'STOPPED';

/** What an export is made of. */
export interface ExportJobOptions {
  readonly id: string;
  readonly requester: Requester;
  readonly received: Received;
  /** The saved question that is exported, if it is one. */
  readonly question: NumberedQuestion | undefined;
  /** What comes in pages; nothing where the whole answer is one page. */
  readonly lists: readonly PagedList[];
  /** What the rules said when it was asked for (`decisionOf`). */
  readonly decision: string;
  readonly file: ExportFile;
  readonly maxBytes: number;
  readonly expiresAt: Date;
  readonly now: () => Date;
  /** THE path of a request. */
  readonly answer: (received: Received) => Promise<Answered>;
  readonly refuse: (error: unknown) => Answered;
}

/** One export: asks page after page as its requester, each on the path of every request, and keeps them. */
export class ExportJob {
  state: ExportState = 'RUNNING';
  pages = 0;
  /** Of the lists that come in pages. */
  rows = 0;
  /** Why it stopped: the refusal as the gateway answered it. */
  refusal: Answered | undefined;
  expiresAt: Date;
  private ended = false;

  constructor(readonly options: ExportJobOptions) {
    this.expiresAt = options.expiresAt;
  }

  /** Whether it was asked by the very requester: person, issuer and, where the token is bound, key. */
  isOf({ party, id, issuer, clientKeyThumbprint }: Requester): boolean {
    const own = this.options.requester;
    return (
      own.party === party && own.id === id && own.issuer === issuer && own.clientKeyThumbprint === clientKeyThumbprint
    );
  }

  /**
   * Asks until there is no next page.
   *
   * INVARIANT: each page is decided anew, and the first refusal ends it: whoever is revoked meanwhile gets nothing.
   * All pages are decided alike; where the rules change on the way, nothing is kept.
   */
  async run(): Promise<void> {
    for (let cursors: Cursors | null = {}; cursors !== null && !this.ended; )
      cursors = await this.page(cursors).catch((error: unknown) => this.stop(this.options.refuse(error)));
    if (this.state === 'RUNNING') this.state = this.ended ? 'STOPPED' : 'DONE';
    if (this.state === 'STOPPED') await this.delete();
  }

  /** Ends it, whatever it is at, and deletes what it has. */
  async delete(): Promise<void> {
    if (this.ended) return;
    this.ended = true;
    this.state = 'STOPPED';
    await this.options.file.delete();
  }

  /** Asks one page. @returns where the next begins, null when there is none */
  private async page(cursors: Cursors): Promise<Cursors | null> {
    const { received, answer, file, lists, maxBytes } = this.options;
    const variables = { ...received.variables, ...cursors };
    const answered = await answer({ ...received, variables, receivedAt: this.options.now(), possession: 'PROVEN' });
    if (this.ended) return null;
    if (answered.status !== 200) return this.stop(answered);
    if (decisionOf(answered) !== this.options.decision) throw requestError('RULE_SET_CHANGED');
    const text = answered.bytes?.toString('utf8') ?? JSON.stringify(answered.body);
    if (file.bytes + text.length > maxBytes) throw requestError('EXPORT_TOO_LARGE', { max: maxBytes });
    await file.append(text);
    this.expireBy(answered);
    const { rows, next } = endOfPage(answered.body.data, lists, cursors);
    this.pages += 1;
    this.rows += rows;
    return next;
  }

  /** Nothing is kept longer than the agreements of a page leave. */
  private expireBy({ body }: Answered): void {
    const { disclosure } = body.extensions as { disclosure: { obligations: Array<{ deleteBy: string }> } };
    const times = disclosure.obligations.flatMap(({ deleteBy }) => timeAfter(this.options.now(), deleteBy) ?? []);
    for (const time of times) if (time < this.expiresAt) this.expiresAt = time;
  }

  private stop(refusal: Answered): null {
    this.refusal = refusal;
    this.state = 'STOPPED';
    return null;
  }
}

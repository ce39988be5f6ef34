import { timeAfter } from '@pasarela/schema/access/review/duration';
import { requestError } from '@pasarela/schema/errors';
import type { Requester } from '@pasarela/schema/identity/requester';
import type { NumberedQuestion } from '@pasarela/schema/questions/question';
import type { Answered, Received } from '../request-state';
import { decisionOf } from './decision-of';
import type { ExportFile } from './export-file';
import { CURSOR_VARIABLE } from './paged-query';

/** How far an export is. STOPPED: a page was refused; nothing of it is kept. */
export type ExportState = 'RUNNING' | 'DONE' | 'STOPPED';

/** What an export is made of. */
export interface ExportJobOptions {
  readonly id: string;
  readonly requester: Requester;
  readonly received: Received;
  /** The saved question that is exported, if it is one. */
  readonly question: NumberedQuestion | undefined;
  /** The root field that is paged. */
  readonly field: string;
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

type PageInfo = { readonly hasNextPage?: unknown; readonly endCursor?: unknown };

/** One export: asks page after page as its requester, each on the path of every request, and keeps them. */
export class ExportJob {
  state: ExportState = 'RUNNING';
  pages = 0;
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
    for (let after: string | null | undefined; after !== null && !this.ended; )
      after = await this.page(after).catch((error: unknown) => this.stop(this.options.refuse(error)));
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

  /** Asks one page. @returns the cursor of the next, null when there is none */
  private async page(after: string | undefined): Promise<string | null> {
    const { received, answer, file, field, maxBytes } = this.options;
    const variables = { ...received.variables, ...(after !== undefined && { [CURSOR_VARIABLE]: after }) };
    const answered = await answer({ ...received, variables, receivedAt: this.options.now(), possession: 'PROVEN' });
    if (this.ended) return null;
    if (answered.status !== 200) return this.stop(answered);
    if (decisionOf(answered) !== this.options.decision) throw requestError('RULE_SET_CHANGED');
    const text = answered.text ?? JSON.stringify(answered.body);
    if (file.bytes + text.length > maxBytes) throw requestError('EXPORT_TOO_LARGE', { max: maxBytes });
    await file.append(text);
    this.expireBy(answered);
    return this.next(answered.body.data as Record<string, unknown> | null, { field, after });
  }

  private next(
    data: Record<string, unknown> | null,
    { field, after }: { readonly field: string; readonly after: string | undefined },
  ): string | null {
    const list = (data?.[field] ?? {}) as { edges?: unknown; pageInfo?: PageInfo | null };
    this.pages += 1;
    this.rows += Array.isArray(list.edges) ? list.edges.length : 0;
    const { hasNextPage, endCursor } = list.pageInfo ?? {};
    return hasNextPage === true && typeof endCursor === 'string' && endCursor !== after ? endCursor : null;
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

import type { Language } from '@pasarela/schema/localized-text';
import { EvidenceFault } from './texts';
import type { ReportForm } from './write-report';

/** What a command was called with. */
export interface EvidenceFlags {
  readonly domain: string;
  readonly as?: string;
  readonly tokenFile?: string;
  readonly url?: string;
  readonly purpose?: string;
  readonly lang: Language;
  readonly csv?: boolean;
  readonly html?: boolean;
}

/** Which answers. */
export interface DisclosureFlags extends EvidenceFlags {
  readonly party?: string;
  readonly field?: string;
  readonly forPurpose?: string;
  readonly agreement?: string;
  readonly ruleSetVersion?: string;
  readonly from?: string;
  readonly to?: string;
}

/** In which form the report is wanted. @throws EvidenceFault */
export function formOf({ csv, html }: Pick<EvidenceFlags, 'csv' | 'html'>): ReportForm {
  if (csv && html) throw new EvidenceFault('notTogether');
  if (csv) return 'csv';
  return html ? 'html' : 'text';
}

const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;

/** The first day of a month, and the first after it. @throws EvidenceFault */
export function daysOf(month: string): { readonly from: string; readonly to: string } {
  const [, year, number] = MONTH.exec(month) ?? [];
  if (!year || !number) throw new EvidenceFault('badMonth', { name: month });
  const next = new Date(Date.UTC(Number(year), Number(number), 1));
  return { from: `${month}-01`, to: next.toISOString().slice(0, 10) };
}

import type { RecordSubject, Sensitivity, Subject } from '../directives';
import type { Purpose, Role } from '../identity/purposes';
import type { ValueKind } from '../labels/label';
import type { LocalizedText } from '../localized-text';
import type { Condition } from './conditions/condition';

/** To whom a rule applies; every dimension that is named must match. */
export interface Audience {
  readonly parties?: readonly string[] | undefined;
  readonly agencies?: readonly string[] | undefined;
  readonly roles?: readonly Role[] | undefined;
}

/** An agreement between parties: why data may cross, for how long, and what the recipient owes. */
export interface Agreement {
  readonly id: string;
  readonly owner: string;
  readonly title: LocalizedText;
  readonly parties: readonly string[];
  readonly legalGround: LocalizedText;
  /** In force from this instant, UTC milliseconds, included. */
  readonly from: number;
  /** In force until this instant, UTC milliseconds, not included. */
  readonly to: number;
  readonly obligations: { readonly deleteBy: string; readonly passingOn: LocalizedText };
}

/** What an owner announces of a field of its own: it is to go, and what takes its place. It shows and withholds nothing. */
export interface Deprecation {
  readonly coordinate: string;
  readonly owner: string;
  /** Announced from this instant, UTC milliseconds, included. */
  readonly since: number;
  /** The day until which it stays at least, UTC milliseconds. Nothing changes by itself then: removing is a change of the schema. */
  readonly until: number;
  /** A field (`Type.field`), or words. */
  readonly instead: string | LocalizedText;
  readonly reason: LocalizedText;
}

/** What an agreement shows: fields, to an audience, for purposes, at a level. */
export interface Grant {
  readonly id: string;
  readonly agreement: Agreement;
  readonly coordinates: readonly string[];
  readonly audience: Audience;
  readonly purposes: readonly Purpose[];
  readonly level: string;
  /** Shows the field on records for which this is certainly true; on all when absent. */
  readonly when?: Condition | undefined;
  /** Counts only for somebody who opened the agreement, for so many hours from then on. */
  readonly breakGlass?: { readonly hours: number } | undefined;
}

/**
 * What a cap reaches: named fields, all fields of types, all fields that carry a tag (every tag that is named
 * must match), or the rows of types.
 */
export interface CapTarget {
  readonly coordinates?: readonly string[] | undefined;
  /** Every field of these types, those of later too. */
  readonly types?: readonly string[] | undefined;
  readonly about?: readonly Subject[] | undefined;
  readonly kinds?: readonly ValueKind[] | undefined;
  readonly sensitivities?: readonly Sensitivity[] | undefined;
  /** Fields that bring records of these subjects. */
  readonly returning?: readonly RecordSubject[] | undefined;
  /** A row rule: the rows of these types. */
  readonly rows?: readonly string[] | undefined;
  /** A row rule: the rows of every type that is a record of these subjects. */
  readonly rowsOf?: readonly RecordSubject[] | undefined;
}

/** A restriction: no grant shows more than its level. */
export interface Cap {
  readonly id: string;
  /** The name of the guardrails in which it stands. */
  readonly guardrails?: string;
  /** The party whose fields it limits, or `ALL` for the guardrails that ship with the product. */
  readonly owner: string;
  readonly target: CapTarget;
  readonly audience: Audience;
  /** The purposes that it limits; all when absent. */
  readonly purposes?: readonly Purpose[] | undefined;
  /** The purposes that it leaves alone. A purpose that is added later is limited. */
  readonly exceptPurposes?: readonly Purpose[] | undefined;
  /** ALWAYS, or only when the requester's party is not the owner. */
  readonly scope: 'ALWAYS' | 'CROSSING';
  /** For a row rule always `none`: the row does not exist. */
  readonly level: string;
  /** Limits records for which this is not certainly false. */
  readonly when?: Condition | undefined;
  /** Limits records for which this is not certainly true. A cap has one of the two, or neither: then it limits all. */
  readonly unless?: Condition | undefined;
  readonly reason: LocalizedText;
  /** The law or principle that it follows. */
  readonly source: string;
}

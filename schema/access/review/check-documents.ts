import { sameHoursChecks } from '../break-glass-hours';
import { FILE_SHAPES, readParty, readUnchecked, refuseTwice, type UncheckedPart } from '../read-owners-part';
import { RuleFileError, yamlFaults } from '../read-yaml';
import { agreementsOf } from '../revocations/read-revocations';
import type { Check, RuleContext } from '../rule-context';
import type { RuleDocument } from '../rule-documents';
import type { Party } from '../rule-files';
import { nearestName } from './nearest-name';

/** Something for which rules are not accepted: where, what, and what could have been meant. */
export interface RuleProblem {
  readonly file: string;
  /** Null where it is about the whole file. */
  readonly line: number | null;
  readonly message: string;
  /** The known name that is written most like the wrong one. */
  readonly suggestion: string | null;
}

/** So many problems are told at once. */
export const MAX_PROBLEMS = 200;

/**
 * Everything that is wrong with the documents of an owner, not only the first: of a file that has not the shape
 * of its kind its shape, of any other every rule, field by field. Files and their problems stand in their order.
 */
export function problemsIn(documents: readonly RuleDocument[], owner: string, context: RuleContext): RuleProblem[] {
  const faults: RuleFileError[] = [];
  const parts: UncheckedPart[] = [];
  for (const document of documents) {
    const misshapen = yamlFaults(document.file, document.text, FILE_SHAPES[document.kind]);
    faults.push(...misshapen);
    if (misshapen.length > 0) continue;
    if (document.kind === 'parties') collect([() => void readParty(document, owner)], faults);
    const read = readUnchecked(document, owner, context);
    collect(read.checks, faults);
    parts.push(read);
  }
  collect(checksTogether(parts, documents), faults);
  return distinct(faults).map(problemOf).slice(0, MAX_PROBLEMS);
}

/** What must hold of all documents of an owner together. */
function checksTogether(parts: readonly UncheckedPart[], documents: readonly RuleDocument[]): Check[] {
  const deprecations = parts.flatMap((part) => part.deprecations);
  const known = agreementsOf(parts.flatMap(({ grants }) => grants));
  return [
    () => refuseTwice(deprecations, documents),
    ...sameHoursChecks(parts.flatMap(({ breakGlassHours }) => breakGlassHours)),
    ...parts.flatMap(({ revokedAgreements }) =>
      revokedAgreements.map(
        ({ mustBeOneOf }) =>
          () =>
            mustBeOneOf(known),
      ),
    ),
  ];
}

/** Who an owner says that it is, as far as that can be read: its other documents are checked with it all the same. */
export function partiesOf(documents: readonly RuleDocument[], owner: string): Readonly<Record<string, Party>> {
  for (const document of documents.filter(({ kind }) => kind === 'parties')) {
    try {
      return { [owner]: readParty(document, owner) };
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
    }
  }
  return {};
}

/** One fault as administrators are told it. */
export const problemOf = ({ file, line, what, mistaken }: RuleFileError): RuleProblem => ({
  file,
  line: line > 0 ? line : null,
  message: what,
  suggestion: mistaken ? nearestName(mistaken.written, mistaken.known) : null,
});

function collect(checks: readonly Check[], faults: RuleFileError[]): void {
  for (const check of checks) {
    try {
      check();
    } catch (error) {
      if (!(error instanceof RuleFileError)) throw error;
      faults.push(error);
    }
  }
}

/** One wrong word is one problem, for however many fields it stands. */
function distinct(faults: readonly RuleFileError[]): RuleFileError[] {
  const byWord = new Map<string, RuleFileError>();
  for (const fault of faults) {
    const word = `${fault.file}\0${fault.line}\0${fault.mistaken?.written ?? fault.what}`;
    if (!byWord.has(word)) byWord.set(word, fault);
  }
  return [...byWord.values()];
}

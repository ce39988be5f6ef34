import { isDeepStrictEqual } from 'node:util';
import { isSeq, parseDocument, type YAMLSeq } from 'yaml';
import { RuleFileError, readYaml } from '../read-yaml';
import { agreementFile } from '../rule-files';
import { grantContent, grantLines, type WrittenGrant } from './grant-text';

/**
 * The text of an agreement with one grant more, at its end.
 *
 * INVARIANT: what is read back is what stood there and the grant, nothing else; what stood there stays as it
 * was written, comments too, wherever the list of grants is written in lines.
 * @throws RuleFileError where the text is no agreement, or cannot be added to.
 */
export function addGrant(file: string, text: string, grant: WrittenGrant): string {
  const before = readYaml(file, text, agreementFile).content;
  const wanted = { ...before, grants: [...before.grants, grantContent(grant)] };
  for (const write of [inLines, anew]) {
    const written = write(text, grant);
    if (written !== undefined && isDeepStrictEqual(contentIn(file, written), wanted)) return written;
  }
  throw new RuleFileError(file, 0, `cannot be added to: write the grant ${grant.id} by hand`);
}

function contentIn(file: string, text: string): unknown {
  try {
    return readYaml(file, text, agreementFile).content;
  } catch {
    return undefined;
  }
}

/** Puts the lines of the grant behind the last one; undefined where the list is not written in lines. */
function inLines(text: string, grant: WrittenGrant): string | undefined {
  const list = parseDocument(text).get('grants');
  if (!isSeq(list) || list.flow || !list.range) return undefined;
  const indent = indentOf(list, text);
  if (indent === undefined) return undefined;
  const head = text.slice(0, list.range[1]).trimEnd();
  const lines = grantLines(grant).map((line) => `${indent}${line}`);
  return `${head}\n${lines.join('\n')}\n${text.slice(head.length).replace(/^[ \t]*\n/, '')}`;
}

/** What stands before the dash of the first entry. */
function indentOf({ range }: YAMLSeq, text: string): string | undefined {
  const start = text.lastIndexOf('\n', range?.[0] ?? 0) + 1;
  return /^( *)- /.exec(text.slice(start))?.[1];
}

function anew(text: string, grant: WrittenGrant): string {
  const document = parseDocument(text);
  document.addIn(['grants'], document.createNode(grantContent(grant)));
  return document.toString({ lineWidth: 0 });
}

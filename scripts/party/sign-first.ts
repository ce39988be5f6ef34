import { readFileSync } from 'node:fs';
import { documentsByOwner } from '@pasarela/schema/access/load-rule-set';
import { nameOfDocument, readRuleFolder } from '@pasarela/schema/access/rule-documents';
import { readKeyFile } from '@pasarela/schema/identity/key-files';
import { ownerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { signContent } from '@pasarela/schema/rule-bundles/sign';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import { PartyFault } from './fault';
import { ensureRuleFolders } from './rule-folders';
import type { Teller } from './teller';

/** What a party signs its first rules with, on its own machine. */
export interface SignFirstFlags {
  /** What an administrator of another party drafted for it. */
  readonly draftFile: string;
  readonly dir: string;
  readonly key: string;
  readonly to: string;
}

/**
 * Signs a party's first rules as they were drafted for it.
 *
 * INVARIANT: signs rule set 1 with the party's very own files in it, byte for byte, and nothing else.
 */
export async function signFirst({ draftFile, dir, key, to }: SignFirstFlags, teller: Teller): Promise<void> {
  ensureRuleFolders(dir);
  const text = textIn(draftFile);
  const part = partIn(text, dir);
  const own = (documentsByOwner(readRuleFolder(dir)).documents.get(part.owner) ?? []).map((document) => ({
    name: nameOfDocument(document),
    text: document.text,
  }));
  if (part.number !== 1 || JSON.stringify(part.documents) !== JSON.stringify(own))
    throw new PartyFault('notThese', { party: part.owner, dir });
  const signed = await signContent(text, 'pasarela-rules+jws', readKeyFile(key));
  writeDurably(to, `${JSON.stringify(signed)}\n`);
  teller.say('signedFirst', { party: part.owner, documents: part.documents.length, file: to });
}

function partIn(text: string, dir: string) {
  try {
    return ownerPart.parse(JSON.parse(text));
  } catch {
    throw new PartyFault('notThese', { party: '?', dir });
  }
}

function textIn(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new PartyFault('unreadable', { file });
  }
}

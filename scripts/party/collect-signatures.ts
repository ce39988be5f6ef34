import { existsSync, readFileSync } from 'node:fs';
import { readKeyFile } from '@pasarela/schema/identity/key-files';
import { OWNER_ALL } from '@pasarela/schema/labels/label';
import { type OwnerPart, ownerPart } from '@pasarela/schema/rule-bundles/owner-part';
import { majorityOf, type RootKeys } from '@pasarela/schema/rule-bundles/root-keys';
import { signContent, togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed, signed as signedForm, textOf } from '@pasarela/schema/rule-bundles/signed';
import { signersOf } from '@pasarela/schema/rule-bundles/verify-signatures';
import { writeDurably } from '@pasarela/schema/rule-bundles/write-durably';
import { isSameContent } from '../rules/published-rules';
import { PartyFault } from './fault';

/** A part and who signed it so far. */
export interface CollectedSignatures {
  readonly signed: Signed;
  readonly signers: ReadonlySet<string>;
}

/** What a signature is added to. */
export interface SignatureCollection {
  /** The part that this machine's own files make. */
  readonly part: OwnerPart;
  /** Where signatures are collected; it may travel from one party's machine to the next. */
  readonly file: string;
  readonly dir: string;
  /** The private key to sign with now. */
  readonly key?: string | undefined;
  readonly rootKeys: RootKeys;
}

/**
 * Adds a party's signature to those that were collected, and keeps them together.
 *
 * INVARIANT: what is signed says what this machine's own files say, whoever began the collection.
 */
export async function collectSignature({
  part,
  file,
  dir,
  key,
  rootKeys,
}: SignatureCollection): Promise<CollectedSignatures> {
  const before = collectedIn(file, part, dir);
  const text = before ? textOf(before.payload) : JSON.stringify(part);
  const added = key === undefined ? [] : [await signContent(text, 'pasarela-rules+jws', readKeyFile(key))];
  for (const one of added)
    if ((await signersOf(one, 'pasarela-rules+jws', rootKeys)).size === 0)
      throw new PartyFault('otherKey', { file: key ?? '' });
  const all = [...(before ? [before] : []), ...added];
  if (all.length === 0) throw new PartyFault('unreadable', { file });
  const signed = togetherSigned(all);
  writeDurably(file, `${JSON.stringify(signed)}\n`);
  return { signed, signers: await signersOf(signed, 'pasarela-rules+jws', rootKeys) };
}

/** The parties whose signature is still needed; of ALL every one, or, where a quorum is enough, so many of them. */
export function missingSigners(
  owner: string,
  { signers }: CollectedSignatures,
  { rootKeys, quorum }: { rootKeys: RootKeys; quorum: boolean },
): string[] {
  if (owner !== OWNER_ALL) return signers.has(owner) ? [] : [owner];
  const missing = [...rootKeys.keys()].filter((party) => !signers.has(party));
  return quorum && signers.size >= majorityOf(rootKeys.size) ? [] : missing;
}

function collectedIn(file: string, part: OwnerPart, dir: string): Signed | undefined {
  if (!existsSync(file)) return undefined;
  const { collected, content } = read(file);
  if (content.owner !== part.owner || content.number !== part.number || !isSameContent(content, part))
    throw new PartyFault('differs', { file, dir });
  return collected;
}

function read(file: string): { collected: Signed; content: OwnerPart } {
  try {
    const collected = signedForm.parse(JSON.parse(readFileSync(file, 'utf8')));
    return { collected, content: ownerPart.parse(contentOf(collected)) };
  } catch {
    throw new PartyFault('unreadable', { file });
  }
}

import { createHash } from 'node:crypto';
import { requestError } from '@pasarela/schema/errors';
import { type KeyChange, keyChange } from '@pasarela/schema/rule-bundles/key-change';
import { togetherSigned } from '@pasarela/schema/rule-bundles/sign';
import { contentOf, type Signed } from '@pasarela/schema/rule-bundles/signed';
import { withCountingSignatures } from '@pasarela/schema/rule-bundles/verify-signatures';
import type { ServeContext } from '@pasarela/serve/domain/serve-context';
import { readSigned } from '../drafts/read-signed';
import { governanceOf } from '../governance-service';
import { requireAdministrator } from '../own-rules';
import type { KeyChangeResult, RuleOffice } from '../rule-office';
import { forgetChanges } from './forget-changes';
import { keepPartsOf } from './keep-parts-of-change';
import { resignedParts } from './resigned-part';
import { type RootKeyChangeRow, rootKeyChangeModel } from './root-key-change.model';

const CONFIRM_WITHIN_MS = 3_000;

/** A key change as it is handed in. */
export interface HandedIn {
  /** The signed change as JSON. */
  readonly signed: string;
  /** Parts as JSON that the new key signed: the party's own, and that of ALL. */
  readonly resigned: readonly string[];
}

/**
 * Takes a signature under a change of a root key; with enough of them it is in force and distributed, together
 * with the rules that the new key signed. Handing in what is in force does nothing.
 *
 * @throws NOT_YOUR_RULES, SIGNATURE_REFUSED.
 */
export async function changeRootKey(handedIn: HandedIn, context: ServeContext): Promise<RootKeyChangeRow> {
  requireAdministrator(context);
  const { office, points } = governanceOf(context);
  const row = await office.inTurn(() => changeNow(handedIn, context, office));
  if (row.state === 'IN_FORCE') await points.confirmed(office.current().etag, CONFIRM_WITHIN_MS);
  return row;
}

async function changeNow(handedIn: HandedIn, context: ServeContext, office: RuleOffice): Promise<RootKeyChangeRow> {
  const given = readSigned(handedIn.signed);
  const change = readChange(given);
  const { party, number } = change;
  const model = rootKeyChangeModel(context.connection);
  const _id = idOf({ party, number }, given);
  const earlier = await model.findById(_id).lean<RootKeyChangeRow>();
  if (earlier?.state === 'IN_FORCE') return earlier;
  const together = earlier ? togetherSigned([readSigned(earlier.signed), given]) : given;
  const signed = await signedByThoseWhoCount(together, context, office);
  const newlySigned = await resignedParts(handedIn.resigned, change, office);
  const resigned = newlySigned.length > 0 ? newlySigned : [...(earlier?.resigned ?? [])];
  const held = heldOrWaiting(await office.withKeyChange(signed, resigned.map(readSigned)));
  const row: RootKeyChangeRow = {
    _id,
    party,
    number,
    signed: JSON.stringify(signed),
    resigned,
    state: held ? 'IN_FORCE' : 'PENDING',
    changedAt: context.now.toISOString(),
    changedBy: context.requester.id,
    startedBy: earlier?.startedBy ?? context.requester.party,
  };
  await model.replaceOne({ _id }, row, { upsert: true });
  await forgetChanges(row, context.connection);
  if (!held) return row;
  await keepPartsOf(row, context.connection);
  office.hold(held);
  return row;
}

/**
 * A change with the signatures that count; one without any, with that of its new key, where its own party hands it in.
 *
 * INVARIANT: nobody keeps others from signing by signatures that count for nothing. @throws SIGNATURE_REFUSED.
 */
async function signedByThoseWhoCount(form: Signed, { requester }: ServeContext, office: RuleOffice): Promise<Signed> {
  const { party, number, key, development } = readChange(form);
  const counting = await withCountingSignatures(form, 'pasarela-root-key+jws', office.rootKeys());
  if (counting) return counting;
  const newKey = new Map([[party, { party, number, key, development }]]);
  const own = await withCountingSignatures(form, 'pasarela-root-key+jws', newKey);
  if (own && requester.party === party) return own;
  const what = 'no root key that counts signed it; where its key is lost, the party itself hands the change in first';
  throw requestError('SIGNATURE_REFUSED', { what });
}

/** What is held with the change; nothing while too few have signed it. @throws SIGNATURE_REFUSED for any other cause. */
function heldOrWaiting({ held, refusal = '' }: KeyChangeResult) {
  if (!held && !refusal.startsWith('is signed neither by')) throw requestError('SIGNATURE_REFUSED', { what: refusal });
  return held;
}

function readChange(given: Signed): KeyChange {
  const change = keyChange.safeParse(contentOf(given));
  if (!change.success) throw requestError('SIGNATURE_REFUSED', { what: 'it is no change of a root key' });
  return change.data;
}

const idOf = ({ party, number }: Pick<KeyChange, 'party' | 'number'>, { payload }: Signed): string =>
  `${party}:${number}:${createHash('sha256').update(payload).digest('base64url').slice(0, 22)}`;

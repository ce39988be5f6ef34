import { type FormEvent, useId, useState } from 'react';
import type { Notice } from './gateway-answer';
import { type AccessOutcome, type AccessWish, MAX_REASON, newClientKey, requestAccess } from './request-access';
import type { Texts } from './texts';
import type { Asker } from './use-gateway';

type AskForFieldProps = { texts: Texts; notice: Notice; asker: Asker };

/** Below a notice: lets who got it ask the field's owner for it. */
export function AskForField({ texts, notice, asker }: AskForFieldProps) {
  const [open, setOpen] = useState(false);
  const [outcome, setOutcome] = useState<AccessOutcome | null>(null);
  const send = async (wish: AccessWish) => setOutcome(await requestAccess({ wish, ...asker }));
  if (outcome?.asked) return <p role="status">{outcome.message}</p>;
  return (
    <div className="ask-for-field">
      <button type="button" aria-expanded={open} onClick={() => setOpen(!open)}>
        {texts.askForField}
      </button>
      {open && <AskForm texts={texts} coordinate={notice.coordinate} onSend={send} />}
      <div role="alert">{outcome && <p className="refusal">{outcome.message}</p>}</div>
    </div>
  );
}

type AskFormProps = { texts: Texts; coordinate: string; onSend: (wish: AccessWish) => Promise<void> };

function AskForm({ texts, coordinate, onSend }: AskFormProps) {
  const id = useId();
  const [level, setLevel] = useState('full');
  const [reason, setReason] = useState('');
  const [sending, setSending] = useState(false);
  // One key for what stands in the form: sent twice, it is one request. Other words are another one.
  const [clientKey, setClientKey] = useState(newClientKey);
  const edit = (change: () => void) => {
    change();
    setClientKey(newClientKey());
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    setSending(true);
    await onSend({ coordinate, level, reason, clientKey });
    setSending(false);
  };
  return (
    <form onSubmit={submit}>
      <label htmlFor={`${id}-level`}>{texts.levelWanted}</label>
      <LevelChoice {...{ texts, level }} id={`${id}-level`} onChange={(chosen) => edit(() => setLevel(chosen))} />
      <label htmlFor={`${id}-reason`}>{texts.reasonWanted}</label>
      <textarea
        id={`${id}-reason`}
        value={reason}
        maxLength={MAX_REASON}
        required
        aria-describedby={`${id}-hint`}
        onChange={(event) => edit(() => setReason(event.target.value))}
      />
      <small id={`${id}-hint`}>{texts.reasonHint}</small>
      <button type="submit" disabled={sending || reason.trim() === ''}>
        {texts.sendRequest}
      </button>
    </form>
  );
}

type LevelChoiceProps = { texts: Texts; id: string; level: string; onChange: (level: string) => void };

/** Everything, or a level of some chain: the owner's answer names those of the field where it has another. */
function LevelChoice({ texts, id, level, onChange }: LevelChoiceProps) {
  const levels = Object.entries(texts.levels).filter(([name]) => name !== 'none');
  return (
    <select id={id} value={level} onChange={(event) => onChange(event.target.value)}>
      <option value="full">{texts.everything}</option>
      {levels.map(([name, text]) => (
        <option key={name} value={name}>
          {text}
        </option>
      ))}
    </select>
  );
}

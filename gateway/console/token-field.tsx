import { useState } from 'react';
import type { Language } from './languages';
import type { Texts } from './texts';
import { cleanToken, type TokenClaims } from './token-claims';

type TokenFieldProps = {
  texts: Texts;
  language: Language;
  token: string;
  claims: TokenClaims | null;
  onChange: (token: string) => void;
};

/** The bearer token, hidden unless asked for, with what it says about itself below. */
export function TokenField({ texts, language, token, claims, onChange }: TokenFieldProps) {
  const [shown, setShown] = useState(false);
  return (
    <div className="field token-field">
      <label htmlFor="token">{texts.token}</label>
      <div className="with-button">
        <input
          id="token"
          type={shown ? 'text' : 'password'}
          value={token}
          placeholder="eyJ…"
          autoComplete="off"
          spellCheck={false}
          aria-describedby="token-claims token-hint"
          onChange={(event) => onChange(cleanToken(event.target.value))}
        />
        <button type="button" aria-controls="token" onClick={() => setShown(!shown)}>
          {shown ? texts.hideToken : texts.showToken}
        </button>
      </div>
      <small>
        {token && <span id="token-claims">{describeClaims(claims, texts, language)} </span>}
        <span id="token-hint">{texts.tokenHint}</span>
      </small>
    </div>
  );
}

function describeClaims(claims: TokenClaims | null, texts: Texts, language: Language): string {
  if (!claims) return texts.tokenUnreadable;
  const { subject, expiresAt, bound } = claims;
  const parts = [subject && `${texts.tokenOf} ${subject}`, expiresAt && describeExpiry(expiresAt, texts, language)];
  const description = parts.filter(Boolean).join(', ');
  return [description && `${description}.`, bound && texts.tokenBound].filter(Boolean).join(' ');
}

function describeExpiry(expiresAt: Date, texts: Texts, language: Language): string {
  const time = expiresAt.toLocaleString(language, { dateStyle: 'medium', timeStyle: 'short' });
  return `${expiresAt.getTime() > Date.now() ? texts.validUntil : texts.expiredAt} ${time}`;
}

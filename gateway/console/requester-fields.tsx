import type { Language } from './languages';
import { carriedPurpose, needsCaseReference, type Purpose, purposeOptions } from './purposes';
import type { Requester } from './requester';
import type { Texts } from './texts';
import { readTokenClaims, type TokenClaims } from './token-claims';
import { TokenField } from './token-field';

type RequesterFieldsProps = {
  texts: Texts;
  language: Language;
  requester: Requester;
  onChange: (requester: Requester) => void;
};

/** Who asks and what for. Not a form: browsers offer to save the passwords of forms. */
export function RequesterFields({ texts, language, requester, onChange }: RequesterFieldsProps) {
  const { token, purpose, caseReference } = requester;
  const claims = readTokenClaims(token);
  const changeToken = (pasted: string) =>
    onChange({
      ...requester,
      token: pasted,
      purpose: carriedPurpose(purpose, readTokenClaims(pasted)),
    });
  return (
    <section className="requester-fields" aria-label={texts.requesterLabel}>
      <TokenField {...{ texts, language, token, claims }} onChange={changeToken} />
      <PurposeField
        {...{ texts, purpose, claims }}
        onChange={(chosen) => onChange({ ...requester, purpose: chosen })}
      />
      {needsCaseReference(purpose) && (
        <CaseReferenceField
          {...{ texts, caseReference }}
          onChange={(typed) => onChange({ ...requester, caseReference: typed })}
        />
      )}
    </section>
  );
}

type PurposeFieldProps = {
  texts: Texts;
  purpose: Purpose;
  claims: TokenClaims | null;
  onChange: (purpose: Purpose) => void;
};

function PurposeField({ texts, purpose, claims, onChange }: PurposeFieldProps) {
  return (
    <div className="field">
      <label htmlFor="purpose">{texts.purpose}</label>
      <select
        id="purpose"
        value={purpose}
        aria-describedby="purpose-hint"
        onChange={(event) => onChange(event.target.value as Purpose)}
      >
        {purposeOptions(claims).map((option) => (
          <option key={option.purpose} value={option.purpose} disabled={!option.carried}>
            {texts.purposes[option.purpose]}
            {!option.carried && ` (${texts.notCarried})`}
          </option>
        ))}
      </select>
      <small id="purpose-hint">{texts.purposeHint}</small>
    </div>
  );
}

type CaseReferenceFieldProps = {
  texts: Texts;
  caseReference: string;
  onChange: (caseReference: string) => void;
};

function CaseReferenceField({ texts, caseReference, onChange }: CaseReferenceFieldProps) {
  return (
    <div className="field">
      <label htmlFor="case-reference">{texts.caseReference}</label>
      <input
        id="case-reference"
        value={caseReference}
        autoComplete="off"
        spellCheck={false}
        required
        aria-describedby="case-reference-hint"
        onChange={(event) => onChange(event.target.value)}
      />
      <small id="case-reference-hint">{texts.caseReferenceHint}</small>
    </div>
  );
}

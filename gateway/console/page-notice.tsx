import type { Texts } from './texts';

const TOKEN_COMMAND = 'npm run token -- analyst.pan';

type PageNoticeProps = { texts: Texts; hasToken: boolean; refusal: string | null };

/** Between the fields and the editor: how to get a token, or why the gateway refused. */
export function PageNotice({ texts, hasToken, refusal }: PageNoticeProps) {
  return (
    <section className="page-notice" aria-label={texts.noticeLabel}>
      <div role="alert">{hasToken && refusal && <Refusal texts={texts} refusal={refusal} />}</div>
      {!hasToken && <TokenGuide texts={texts} />}
    </section>
  );
}

function Refusal({ texts, refusal }: { texts: Texts; refusal: string }) {
  return (
    <p className="refusal">
      <strong>{texts.refused}</strong> {refusal}
    </p>
  );
}

function TokenGuide({ texts }: { texts: Texts }) {
  return (
    <p className="token-guide">
      <strong>{texts.noToken}</strong> {texts.noTokenHow} <code>{TOKEN_COMMAND}</code> {texts.noTokenThen}
    </p>
  );
}

import { AskForField } from './ask-for-field';
import type { AnswerAccount, Deprecation, Disclosure, Notice } from './gateway-answer';
import { effectLabel, effectOf, isConditional, leastLevel } from './notice-effect';
import type { Purpose } from './purposes';
import { isAskable } from './request-access';
import type { Texts } from './texts';
import type { Asker } from './use-gateway';

type AnswerAccountPanelProps = { texts: Texts; account: AnswerAccount | null; asker: Asker };

/** Below the result: what was withheld, or may be, and why, and on what grounds the rest was given. */
export function AnswerAccountPanel({ texts, account, asker }: AnswerAccountPanelProps) {
  return (
    <section
      className="answer-account"
      aria-label={texts.accountLabel}
      aria-live="polite"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: Safari scrolls by keyboard only what can have the focus.
      tabIndex={0}
    >
      {account ? (
        <>
          <NoticeList texts={texts} notices={account.notices} asker={asker} />
          <DeprecationList texts={texts} deprecations={account.deprecations} />
          {account.disclosure && <Grounds texts={texts} disclosure={account.disclosure} />}
        </>
      ) : (
        <p className="quiet">{texts.accountEmpty}</p>
      )}
    </section>
  );
}

function NoticeList({ texts, notices, asker }: { texts: Texts; notices: Notice[]; asker: Asker }) {
  if (notices.length === 0) return <p className="quiet">{texts.nothingWithheld}</p>;
  return (
    <>
      <h2>
        {texts.notices} ({notices.length})
      </h2>
      {notices.some(isConditional) && <p className="quiet">{texts.conditionalMeaning}</p>}
      <ul>
        {notices.map((notice) => (
          <NoticeItem
            key={`${notice.path} ${notice.coordinate} ${notice.code} ${notice.rule}`}
            texts={texts}
            notice={notice}
            asker={asker}
          />
        ))}
      </ul>
    </>
  );
}

function NoticeItem({ texts, notice, asker }: { texts: Texts; notice: Notice; asker: Asker }) {
  return (
    <li>
      <p>
        <code>{notice.coordinate}</code>{' '}
        <span className={`level ${effectOf(notice)}`}>{effectLabel(notice, texts)}</span>
      </p>
      <p>{notice.reason}</p>
      <dl>
        <Detail term={texts.path} detail={notice.path} />
        <Detail term={texts.leastLevel} detail={leastLevel(notice, texts)} />
        <Detail term={texts.rule} detail={notice.rule} />
        <Detail term={texts.agreement} detail={notice.agreements} />
        <Detail term={texts.law} detail={notice.source} />
        <Detail term={texts.contact} detail={notice.contact} />
      </dl>
      {isAskable(notice) && <AskForField texts={texts} notice={notice} asker={asker} />}
    </li>
  );
}

function DeprecationList({ texts, deprecations }: { texts: Texts; deprecations: Deprecation[] }) {
  if (deprecations.length === 0) return null;
  return (
    <>
      <h2>
        {texts.deprecations} ({deprecations.length})
      </h2>
      <ul>
        {deprecations.map(({ coordinate, until, instead, reason, contact }) => (
          <li key={coordinate}>
            <p>
              <code>{coordinate}</code>
            </p>
            <p>{reason}</p>
            <dl>
              <Detail term={texts.staysUntil} detail={until} />
              <Detail term={texts.instead} detail={instead} />
              <Detail term={texts.contact} detail={contact} />
            </dl>
          </li>
        ))}
      </ul>
    </>
  );
}

function Grounds({ texts, disclosure }: { texts: Texts; disclosure: Disclosure }) {
  const { purpose, legalBasis, ruleSetVersion, requestId } = disclosure;
  return (
    <dl className="grounds">
      <Detail term={texts.purpose} detail={texts.purposes[purpose as Purpose] ?? purpose} />
      <Detail term={texts.legalBasis} detail={legalBasis.join('; ')} />
      <Detail term={texts.ruleSetVersion} detail={ruleSetVersion} />
      <Detail term={texts.requestId} detail={requestId} />
    </dl>
  );
}

function Detail({ term, detail }: { term: string; detail: string }) {
  if (!detail) return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{detail}</dd>
    </div>
  );
}

import { useEffect, useState } from 'react';
import { AnswerAccountPanel } from './answer-account-panel';
import { GatewayEditor } from './gateway-editor';
import { type Language, preferredLanguage } from './languages';
import { PageHeader } from './page-header';
import { PageNotice } from './page-notice';
import { NOBODY } from './requester';
import { RequesterFields } from './requester-fields';
import { TEXTS } from './texts';
import { useGateway } from './use-gateway';
import { useSettled } from './use-settled';

const SETTLING_MILLISECONDS = 300;

/** The whole page: who asks and what for, then the editor, then the account of the last answer. */
export function ConsolePage() {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage(navigator.languages));
  const [fields, setFields] = useState(NOBODY);
  const requester = useSettled(fields, SETTLING_MILLISECONDS);
  const { fetcher, refusal, account } = useGateway(requester, language);
  const texts = TEXTS[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Pasarela · ${texts.title}`;
  }, [language, texts]);
  return (
    <>
      <PageHeader texts={texts} language={language} onLanguage={setLanguage} />
      <RequesterFields texts={texts} language={language} requester={fields} onChange={setFields} />
      <PageNotice texts={texts} hasToken={fields.token !== ''} refusal={refusal} />
      <main>
        <GatewayEditor fetcher={fetcher} requester={requester} language={language}>
          <AnswerAccountPanel texts={texts} account={account} asker={{ requester, language }} />
        </GatewayEditor>
      </main>
    </>
  );
}

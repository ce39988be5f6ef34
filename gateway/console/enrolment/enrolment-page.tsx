import { type FormEvent, useEffect, useState } from 'react';
import { type Language, preferredLanguage } from '../languages';
import { PageHeader } from '../page-header';
import { EMPTY_FORM, type EnrolmentForm } from './enrolment-form';
import { type Problems, problemsLeft } from './find-problems';
import { MadeFiles } from './made-files';
import { type MadeEnrolment, makeEnrolment } from './make-enrolment';
import { PartyFields } from './party-fields';
import { canMakeKeys } from './party-keys';
import { ENROLMENT_TEXTS } from './texts';

type Refusal = 'wrong' | 'noKeys' | 'schemaWrong';

/** The whole page: a form, and what was made of it. */
export function EnrolmentPage() {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage(navigator.languages));
  const [form, setForm] = useState(EMPTY_FORM);
  const [schema, setSchema] = useState<string | null>(null);
  const [problems, setProblems] = useState<Problems>({});
  const [refusal, setRefusal] = useState<Refusal | null>(() => (canMakeKeys() ? null : 'noKeys'));
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeEnrolment | null>(null);
  const texts = ENROLMENT_TEXTS[language];
  useEffect(() => {
    document.documentElement.lang = language;
    document.title = `Pasarela · ${texts.title}`;
  }, [language, texts]);
  const change = (next: EnrolmentForm) => {
    setProblems(problemsLeft(problems, form, next));
    setForm(next);
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    setMaking(true);
    try {
      const outcome = await makeEnrolment(form, schema, new Date());
      setMade('made' in outcome ? outcome.made : null);
      setProblems('made' in outcome ? {} : outcome.problems);
      setRefusal('made' in outcome ? null : outcome.schemaProblem ? 'schemaWrong' : 'wrong');
    } catch {
      setRefusal('noKeys');
    } finally {
      setMaking(false);
    }
  };
  return (
    <>
      <PageHeader texts={texts} language={language} onLanguage={setLanguage} />
      <main className="enrolment">
        <p className="intro">{texts.intro}</p>
        {made ? (
          <MadeFiles texts={texts} made={made} />
        ) : (
          <form noValidate onSubmit={make}>
            <PartyFields {...{ texts, form, problems }} onChange={change} onSchema={setSchema} />
            <div className="page-notice" role="alert">
              {refusal && <p className="refusal">{texts[refusal]}</p>}
            </div>
            <button type="submit" className="make" disabled={making || refusal === 'noKeys'}>
              {making ? texts.making : texts.make}
            </button>
          </form>
        )}
      </main>
    </>
  );
}

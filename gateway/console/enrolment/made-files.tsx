import { useState } from 'react';
import { downloadFile } from './download-file';
import type { MadeEnrolment, MadeFile } from './make-enrolment';
import type { EnrolmentTexts } from './texts';

type MadeFilesProps = { texts: EnrolmentTexts; made: MadeEnrolment };

/** What was made: the fingerprint to read out, and every file to keep. */
export function MadeFiles({ texts, made: { party, fingerprint, files } }: MadeFilesProps) {
  const file = `enrolment.${party.toLowerCase()}.json`;
  return (
    <section className="made" aria-live="polite">
      <p className="page-notice">
        <strong>{texts.made}</strong>
      </p>
      <ul>
        {files.map((one) => (
          <MadeFileItem key={one.name} texts={texts} file={one} />
        ))}
      </ul>
      <p className="quiet">{texts.protect}</p>
      {files.some(({ name }) => name.startsWith('agreements/')) && <p className="quiet">{texts.later}</p>}
      <h2>{texts.fingerprint}</h2>
      <p className="fingerprint">{fingerprint}</p>
      <p>{texts.fingerprintHint}</p>
      <pre>
        npm run party -- admit {file} --fingerprint {texts.asRead}
      </pre>
    </section>
  );
}

function MadeFileItem({ texts, file }: { texts: EnrolmentTexts; file: MadeFile }) {
  const [kept, setKept] = useState(false);
  const isSecret = file.use === 'rootKey' || file.use === 'issuerKey';
  return (
    <li>
      <button
        type="button"
        onClick={() => {
          downloadFile(file);
          setKept(true);
        }}
      >
        {kept ? texts.downloaded : texts.download}
      </button>
      <div>
        <code>{file.name}</code>{' '}
        <span className={isSecret ? 'kind secret' : 'kind'}>{isSecret ? texts.secret : texts.public}</span>
        <p>{texts.files[file.use]}</p>
      </div>
    </li>
  );
}

import type { EnrolmentForm } from './enrolment-form';
import type { Problem } from './find-problems';
import type { EnrolmentTexts } from './texts';

type EnrolmentFieldProps = {
  texts: EnrolmentTexts;
  name: keyof EnrolmentForm;
  hint: string;
  value: string;
  problem: Problem | undefined;
  /** So many lines over the whole width, or one; one of a third of it where nothing is said. */
  lines: number | 'wide' | undefined;
  onChange: (value: string) => void;
};

/** One field of the form, what it is for, and what is wrong with it. */
export function EnrolmentField({ texts, name, hint, value, problem, lines, onChange }: EnrolmentFieldProps) {
  const attributes = {
    id: name,
    value,
    autoComplete: 'off',
    spellCheck: false,
    'aria-invalid': problem !== undefined,
    'aria-describedby': `${name}-problem ${name}-hint`,
  } as const;
  return (
    <div className={lines ? 'field wide' : 'field'}>
      <label htmlFor={name}>{texts[name]}</label>
      {typeof lines === 'number' ? (
        <textarea {...attributes} rows={lines} onChange={({ target }) => onChange(target.value)} />
      ) : (
        <input {...attributes} onChange={({ target }) => onChange(target.value)} />
      )}
      <small>
        <span id={`${name}-problem`} className="problem">
          {problem && `${texts.problems[problem]} `}
        </span>
        <span id={`${name}-hint`}>{hint}</span>
      </small>
    </div>
  );
}

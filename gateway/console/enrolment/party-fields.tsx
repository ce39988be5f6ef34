import { EnrolmentField } from './enrolment-field';
import type { EnrolmentForm } from './enrolment-form';
import type { Problems } from './find-problems';
import type { EnrolmentTexts } from './texts';

type PartyFieldsProps = {
  texts: EnrolmentTexts;
  form: EnrolmentForm;
  problems: Problems;
  onChange: (form: EnrolmentForm) => void;
  onSchema: (text: string | null) => void;
};

/** Everything that a party says of itself. */
export function PartyFields({ texts, form, problems, onChange, onSchema }: PartyFieldsProps) {
  const field = (name: keyof EnrolmentForm, hint: string, lines?: number | 'wide') => (
    <EnrolmentField
      {...{ texts, name, hint, lines }}
      value={form[name]}
      problem={problems[name]}
      onChange={(value) => onChange({ ...form, [name]: value })}
    />
  );
  return (
    <>
      <fieldset>
        <legend>{texts.partySection}</legend>
        {field('party', texts.partyHint)}
        {field('nameEn', texts.nameHint)}
        {field('nameEs', texts.nameHint)}
        {field('contact', texts.contactHint, 'wide')}
        {field('agencies', texts.agenciesHint, 4)}
      </fieldset>
      <fieldset>
        <legend>{texts.machineSection}</legend>
        {field('issuer', texts.issuerHint, 'wide')}
        {field('subgraphs', texts.subgraphsHint, 2)}
        <SchemaField texts={texts} onSchema={onSchema} />
        {field('legalGroundEn', texts.legalGroundHint)}
        {field('legalGroundEs', texts.legalGroundHint)}
      </fieldset>
    </>
  );
}

function SchemaField({ texts, onSchema }: Pick<PartyFieldsProps, 'texts' | 'onSchema'>) {
  return (
    <div className="field">
      <label htmlFor="schema">{texts.schema}</label>
      <input
        id="schema"
        type="file"
        accept=".graphql,.graphqls,.gql"
        aria-describedby="schema-hint"
        onChange={async ({ target }) => onSchema((await target.files?.[0]?.text()) ?? null)}
      />
      <small id="schema-hint">{texts.schemaHint}</small>
    </div>
  );
}

/** What the form holds, as it was typed. */
export type EnrolmentForm = {
  party: string;
  nameEn: string;
  nameEs: string;
  contact: string;
  /** A line for each: `PF = Polícia Federal`. */
  agencies: string;
  issuer: string;
  /** A line for each: `brazil-refuge = https://data.example.org/graphql`. */
  subgraphs: string;
  legalGroundEn: string;
  legalGroundEs: string;
};

/** A form that nobody has typed into. */
export const EMPTY_FORM: EnrolmentForm = {
  party: '',
  nameEn: '',
  nameEs: '',
  contact: '',
  agencies: '',
  issuer: '',
  subgraphs: '',
  legalGroundEn: '',
  legalGroundEs: '',
};

/** What a party says of itself, read from the form. */
export type SaidOfParty = {
  party: string;
  name: { en: string; es: string };
  contact: string;
  agencies: { code: string; name: string }[];
  issuer: string;
  subgraphs: { name: string; url: string }[];
};

/** Reads the form: lines into lists, spelling into its plain form. Whether it can be used is not looked at. */
export function readForm(form: EnrolmentForm): SaidOfParty {
  return {
    party: form.party.trim(),
    name: { en: plain(form.nameEn), es: plain(form.nameEs) },
    contact: plain(form.contact),
    agencies: pairsIn(form.agencies).map(([code, name]) => ({ code, name })),
    issuer: form.issuer.trim(),
    subgraphs: pairsIn(form.subgraphs).map(([name, url]) => ({ name, url })),
  };
}

/** A text in its plain spelling, without space around it. */
export const plain = (text: string): string => text.trim().normalize('NFC');

/** The lines of a text that say something, each cut at its first `=`. */
function pairsIn(text: string): [string, string][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.indexOf('=');
      return at < 0 ? [line.trim(), ''] : [line.slice(0, at).trim(), plain(line.slice(at + 1))];
    });
}

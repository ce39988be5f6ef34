/** Smuggling of migrants in the International Classification of Crime for Statistical Purposes. */
export const SMUGGLING_OF_MIGRANTS = '08051';
/** Trafficking in persons. */
export const TRAFFICKING_IN_PERSONS = '0204';
/** Forgery of documents. */
export const DOCUMENT_FORGERY = '07023';

/** The codes by which cases are classified; one case may hold several. */
export const ICCS_CODES = [SMUGGLING_OF_MIGRANTS, TRAFFICKING_IN_PERSONS, DOCUMENT_FORGERY] as const;
/** A code by which a case is classified. */
export type IccsCode = (typeof ICCS_CODES)[number];

/** What the codes mean, for descriptions in the schema. */
export const ICCS_MEANING = '08051 smuggling of migrants, 0204 trafficking in persons, 07023 document forgery';

import { PERSONAS } from './personas';
import { isAlwaysBound } from './token';

/** A bound token that was printed. */
export interface PrintedToken {
  /** The persona. */
  readonly name: string;
  readonly keyFile: string;
  /** Where GraphQL is. */
  readonly url: string;
}

/** How a bound token is used, in English and Spanish, with commands that can be copied. */
export function explainBoundToken({ name, keyFile, url }: PrintedToken): string {
  const persona = PERSONAS.get(name);
  const purpose = persona?.purposes[0];
  const headers = `npm run --silent token -- ${name} --bound --headers`;
  const commands = [
    ...(persona && isAlwaysBound(persona) ? [`npm run ask -- 06 --as ${name} --purpose ${purpose}`] : []),
    `${headers} | curl -H @- -H 'content-type: application/json' -H 'x-purpose: ${purpose}' -d '{"query":"{ __typename }"}' '${url}'`,
  ];
  return `
This token is bound to the key in ${keyFile} and worth nothing without it:
each request needs a new proof (RFC 9449), which is made by:
Este token está vinculado a la clave de ese archivo y no vale nada sin ella:
cada consulta necesita una prueba nueva (RFC 9449), que se hace así:

${commands.map((command) => `  ${command}\n`).join('')}
`;
}

import type { Language } from '@pasarela/schema/localized-text';

const en = {
  keyMade: 'Made {file}: keep it safe and keep a copy; nobody can make it again.',
  keyKept: 'Kept {file}: a key is never overwritten.',
  fileMade: 'Wrote {file}',
  fileKept: 'Kept {file}: it is there already and says something else; remove it to have it written again.',
  enrolled: `
Send {file} to the operator of every machine of the exchange. It is public, and holds no secret.
Read its fingerprint to each of them over the telephone, at a number that they knew before; do not send it along:

  {fingerprint}

Each of them runs: npm run party -- admit {base} --fingerprint AS-THEY-HEAR-IT
Then give the folder {rules} to an administrator of a party that is there already, who brings your first rules.`,
  later: '{file} grants fields that are not part of the exchange yet: publish it once your subgraph is composed in.',
  noGrants:
    'No grants were written: there are no fields of your own, as a --schema would name them, to grant to your own staff.',
  shows: `{party}: {nameEn} / {nameEs}
  contact      {contact}
  agencies     {agencies}
  issuer       {issuer}
  subgraphs    {subgraphs}
  schema       {schema}
  fingerprint  {fingerprint}`,
  none: 'none',
  addsRootKey: 'Adds its root key: what it signs are the rules of {party}.',
  addsIssuer: 'Adds its issuer: who it vouches for speaks for {party}.',
  addsPlace: 'Adds {place}: it may be called.',
  addsNothing: 'It was admitted before: nothing is added.',
  admitted:
    'Admitted {party}. What runs on this machine knows it within half a minute, without a restart, except that new subgraph addresses are called from the next start on. Until its first rules are published it is answered nothing.',
  payload:
    'Give {file} to {party}, which signs it:\n  npm run party -- sign-first --draft-file {base} --dir FOLDER --key KEY --to SIGNED\nThen publish what it signed:\n  npm run party -- publish-first {party} --dir {dir} --draft {draft} --signed SIGNED {who}',
  approveFirst:
    'A second administrator has to approve it:\n  npm run rules -- approve {draft} --hash {hash} --as DEPUTY\nThen go on:\n  npm run party -- publish-first {party} --dir {dir} --draft {draft} {who}',
  signedFirst: 'Signed rule set 1 of {party}, with {documents} documents, into {file}.',
  signedFor: 'Signed by {signers}.',
  stillNeeded:
    'Still to sign: {missing}. Each runs, on a machine where its key is: npm run party -- found --owner {owner} --key KEY --signed {file} --sign-only',
  founded: 'Rule set 1 of {owner} is published.',
  foundedBefore: 'Rule set {number} of {owner} is published already, with these very files.',
  ownersLeft: 'Not published yet: {owners}.',
  readyToStart: 'Every owner has published: npm start -- --production',
  faults: {
    badParty: 'What was said of the party cannot be used: {what}',
    badAgency: '--agency needs a code and a name: --agency PF="Polícia Federal"',
    badSubgraph: '--subgraph needs a name and an address: --subgraph brazil-refuge=https://data.example.org/graphql',
    noLegalGround: 'Grants to your own staff rest on a law: name it with --legal-ground-en and --legal-ground-es',
    unreadable: '{file} is missing or unreadable.',
    badSchema: '{file} cannot be used as a schema: {what}',
    otherKey: '{file} is not the root key of a party that is pinned here: admit the party first',
    developmentKey: 'The root key of {party} is one of a developer’s machine; production takes none.',
    noFiles: '{dir} holds no rules of {owner}.',
    differs:
      '{file} is not what the files in {dir} say. Have the same files and the same version everywhere, or remove it and begin again.',
    published:
      'Rule set {number} of {owner} is published already, and says something else: change it with npm run rules -- publish',
    notThese: 'What is to be signed is not rule set 1 of {party} with the very files in {dir}. Nothing was signed.',
    notReady: 'The draft is {state}, so it cannot be published.',
  },
};

/** Every word of the command in one language. */
export type Texts = typeof en;

const es: Texts = {
  keyMade: 'Creada {file}: guárdela bien y con una copia; nadie puede volver a crearla.',
  keyKept: 'Conservada {file}: una clave nunca se sobrescribe.',
  fileMade: 'Escrito {file}',
  fileKept: 'Conservado {file}: ya existe y dice otra cosa; elimínelo para que se escriba de nuevo.',
  enrolled: `
Envíe {file} al operador de cada equipo del intercambio. Es público y no contiene secretos.
Lea su huella a cada uno por teléfono, a un número que ya conociera; no la envíe junto con él:

  {fingerprint}

Cada uno ejecuta: npm run party -- admit {base} --fingerprint LO-QUE-OYE
Después entregue la carpeta {rules} a un administrador de una parte que ya está, que aportará sus primeras reglas.`,
  later: '{file} concede campos que aún no son parte del intercambio: publíquelo cuando se componga su subgrafo.',
  noGrants:
    'No se escribieron concesiones: no hay campos propios, como los nombraría un --schema, que conceder a su propio personal.',
  shows: `{party}: {nameEn} / {nameEs}
  contacto     {contact}
  entidades    {agencies}
  emisor       {issuer}
  subgrafos    {subgraphs}
  esquema      {schema}
  huella       {fingerprint}`,
  none: 'ninguno',
  addsRootKey: 'Añade su clave raíz: lo que firma son las reglas de {party}.',
  addsIssuer: 'Añade su emisor: aquellos por quienes responde hablan por {party}.',
  addsPlace: 'Añade {place}: se puede llamar.',
  addsNothing: 'Ya estaba admitida: no se añade nada.',
  admitted:
    'Admitida {party}. Lo que funciona en este equipo lo sabe en medio minuto, sin reinicio, salvo que las direcciones nuevas de subgrafos se llaman desde el próximo inicio. Hasta que se publiquen sus primeras reglas no se le responde nada.',
  payload:
    'Entregue {file} a {party}, que lo firma:\n  npm run party -- sign-first --draft-file {base} --dir CARPETA --key CLAVE --to FIRMADO\nDespués publique lo que firmó:\n  npm run party -- publish-first {party} --dir {dir} --draft {draft} --signed FIRMADO {who}',
  approveFirst:
    'Debe aprobarlo un segundo administrador:\n  npm run rules -- approve {draft} --hash {hash} --as DEPUTY\nDespués continúe:\n  npm run party -- publish-first {party} --dir {dir} --draft {draft} {who}',
  signedFirst: 'Firmado el conjunto de reglas 1 de {party}, con {documents} documentos, en {file}.',
  signedFor: 'Firmado por {signers}.',
  stillNeeded:
    'Faltan por firmar: {missing}. Cada una ejecuta, en un equipo donde esté su clave: npm run party -- found --owner {owner} --key CLAVE --signed {file} --sign-only',
  founded: 'Publicado el conjunto de reglas 1 de {owner}.',
  foundedBefore: 'El conjunto de reglas {number} de {owner} ya está publicado, con estos mismos archivos.',
  ownersLeft: 'Aún sin publicar: {owners}.',
  readyToStart: 'Todos los titulares han publicado: npm start -- --production',
  faults: {
    badParty: 'Lo dicho de la parte no se puede usar: {what}',
    badAgency: '--agency necesita un código y un nombre: --agency PF="Polícia Federal"',
    badSubgraph:
      '--subgraph necesita un nombre y una dirección: --subgraph brazil-refuge=https://data.example.org/graphql',
    noLegalGround:
      'Las concesiones al propio personal se fundan en una ley: indíquela con --legal-ground-en y --legal-ground-es',
    unreadable: '{file} falta o no se puede leer.',
    badSchema: '{file} no se puede usar como esquema: {what}',
    otherKey: '{file} no es la clave raíz de una parte fijada aquí: admita antes a la parte',
    developmentKey: 'La clave raíz de {party} es de un equipo de desarrollo; producción no acepta ninguna.',
    noFiles: '{dir} no contiene reglas de {owner}.',
    differs:
      '{file} no es lo que dicen los archivos en {dir}. Tenga los mismos archivos y la misma versión en todas partes, o elimínelo y empiece de nuevo.',
    published:
      'El conjunto de reglas {number} de {owner} ya está publicado y dice otra cosa: cámbielo con npm run rules -- publish',
    notThese:
      'Lo que se debe firmar no es el conjunto de reglas 1 de {party} con los mismos archivos de {dir}. No se firmó nada.',
    notReady: 'El borrador está {state}, así que no se puede publicar.',
  },
};

/** Every word of the command. */
export const TEXTS: Readonly<Record<Language, Texts>> = { en, es };

/** A text with its slots filled. */
export const fill = (text: string, slots: Readonly<Record<string, string | number>>): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => String(slots[name] ?? ''));

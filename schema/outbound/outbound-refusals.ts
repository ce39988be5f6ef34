/** The errors of the catalogue (`schema/errors.ts`) that are about addresses that this machine would connect to. */
export const OUTBOUND_ERRORS = {
  ADDRESS_UNREADABLE: {
    status: 400,
    en: 'An address is not one: write it whole, like https://data.example.org/graphql',
    es: 'Una dirección no lo es: escríbala completa, como https://data.example.org/graphql',
  },
  ADDRESS_NOT_HTTPS: {
    status: 400,
    en: 'An address is not https: what is shared between governments travels encrypted, and never as a file.',
    es: 'Una dirección no es https: lo que comparten los gobiernos viaja cifrado, y nunca como archivo.',
  },
  ADDRESS_WITH_CREDENTIALS: {
    status: 400,
    en: 'An address holds a user name or a password: leave them out, requests are signed instead.',
    es: 'Una dirección contiene un usuario o una contraseña: quítelos, las solicitudes van firmadas.',
  },
  ADDRESS_NOT_PINNED: {
    status: 403,
    en: 'The operator of this machine has not pinned the host and port of an address in trust/outbound.json.',
    es: 'El operador de este equipo no ha fijado en trust/outbound.json el servidor y el puerto de una dirección.',
  },
  ADDRESS_OF_INNER_NETWORK: {
    status: 403,
    en: 'An address leads to an inner network (this machine, a private or link-local network), which the operator has not allowed in trust/outbound.json.',
    es: 'Una dirección lleva a una red interna (este equipo, una red privada o de enlace local) que el operador no ha permitido en trust/outbound.json.',
  },
} as const;

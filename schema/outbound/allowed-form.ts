import { type OutboundPolicy, placeOf } from './outbound-policy';

/** Whether what is sent to an address travels encrypted, or stays on this machine: HTTPS, or what this start made. */
export const isAllowedScheme = (url: URL, { own }: Pick<OutboundPolicy, 'own'>): boolean =>
  url.protocol === 'https:' || (url.protocol === 'http:' && own.has(placeOf(url)));

/** Whether an address brings no name and no password along. */
export const isWithoutCredentials = ({ username, password }: URL): boolean => username === '' && password === '';

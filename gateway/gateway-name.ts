/** The name under which the gateway signs its assertions. */
export const GATEWAY_NAME = 'pasarela-gateway';

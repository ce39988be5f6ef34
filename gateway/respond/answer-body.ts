import type { Answered } from '../request-state';

/** The body of an answer as values. Its data is read from the text when somebody asks for it: most answers go out as text. */
export function bodyOf(errors: readonly object[], dataBytes: Buffer, extensions: object): Answered['body'] {
  let data: unknown;
  const get = () => {
    data ??= JSON.parse(dataBytes.toString('utf8'));
    return data;
  };
  const body = { ...(errors.length > 0 && { errors }), data: undefined, extensions };
  return Object.defineProperty(body, 'data', { enumerable: true, get });
}

import type { Stage } from './attack';

/** What tells of the machine or of what runs on it: stacks, files, addresses, products, versions. */
const TELLING: readonly RegExp[] = [
  /^\s*at .+:\d+/m,
  /\bat \S+ \(/,
  /\b\w*Error: /,
  /node_modules|node:internal|[\w-]+\.[cm]?[jt]s\b/,
  /\/(home|root|tmp|usr|var|work|srv|etc|opt)\//,
  /\b127\.0\.0\.1\b|\blocalhost\b|\[::1\]|\bECONN|\bUND_ERR/,
  /\bFST_|\bfastify\b|\bapollo\b|\bgraphql-js\b|\bundici\b|\bmongo|\bexpress\b|\bnode\.js\b/i,
  /^(server|x-powered-by|via|x-runtime|x-aspnet-version):/im,
];

/** What a reply tells of the machine, the addresses and folders of this very federation included. */
export function told(stage: Stage, reply: string): string[] {
  const own = [stage.gateway.url, ...stage.subgraphs.map(({ url }) => url)].flatMap((url) => {
    const { host, port } = new URL(url);
    return [host, `:${port}`];
  });
  const named = [...own, stage.dataDirectory, process.cwd()].filter((text) => reply.includes(text));
  return [...named, ...TELLING.flatMap((pattern) => pattern.exec(reply)?.[0] ?? [])];
}

/** An HTTP answer as text, its headers line by line. */
export const asText = ({ headers, text }: { headers: Headers; text: string }): string =>
  `${[...headers].map(([name, value]) => `${name}: ${value}`).join('\r\n')}\r\n\r\n${text}`;

import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** The next message of a child. @throws when it ends instead. */
export async function nextMessage<Message>(child: ChildProcess): Promise<Message> {
  const either = new AbortController();
  const { signal } = either;
  const ended = once(child, 'exit', { signal }).then(() => {
    throw new Error('A process of the benchmark ended.');
  });
  try {
    const [message] = await Promise.race([once(child, 'message', { signal }), ended]);
    return message as Message;
  } finally {
    // What still waits is told to stop, and nobody hears of it.
    ended.catch(() => undefined);
    either.abort();
  }
}

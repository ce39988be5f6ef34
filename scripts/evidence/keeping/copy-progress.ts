import { Presets, SingleBar } from 'cli-progress';

/** Shows how much of something is copied: a bar on a terminal, a line at each quarter on anything else. */
export function copyProgress(
  title: string,
  stream: NodeJS.WriteStream = process.stderr,
): { update(done: number, total: number): void; stop(): void } {
  return stream.isTTY ? bar(title, stream) : lines(title, stream);
}

function bar(title: string, stream: NodeJS.WriteStream) {
  const one = new SingleBar(
    { format: `${title} {bar} {percentage}%`, stream, hideCursor: true },
    Presets.shades_classic,
  );
  one.start(1, 0);
  return {
    update: (done: number, total: number) => {
      one.setTotal(total);
      one.update(done);
    },
    stop: () => one.stop(),
  };
}

function lines(title: string, stream: NodeJS.WriteStream) {
  let last = 0;
  return {
    update: (done: number, total: number) => {
      const quarter = Math.floor((done / total) * 4);
      if (quarter === last) return;
      last = quarter;
      stream.write(`${title}: ${quarter * 25} %\n`);
    },
    stop: () => undefined,
  };
}

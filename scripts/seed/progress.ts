import { MultiBar, Presets, type SingleBar } from 'cli-progress';

/** Shows how far each domain's seed is. */
export interface SeedProgress {
  update(domain: string, done: number, total: number): void;
  stop(): void;
}

/** A bar for each domain on a terminal; on anything else a line at each quarter. */
export function seedProgress(stream: NodeJS.WriteStream = process.stderr): SeedProgress {
  return stream.isTTY ? bars(stream) : lines(stream);
}

function bars(stream: NodeJS.WriteStream): SeedProgress {
  const all = new MultiBar(
    {
      format: 'seeding {domain} {bar} {percentage}% {value}/{total} rows',
      stream,
      hideCursor: true,
      clearOnComplete: false,
    },
    Presets.shades_classic,
  );
  const byDomain = new Map<string, SingleBar>();
  return {
    update(domain, done, total) {
      const bar = byDomain.get(domain) ?? all.create(total, 0, { domain: domain.padEnd(24) });
      byDomain.set(domain, bar);
      bar.setTotal(total);
      bar.update(done);
    },
    stop: () => all.stop(),
  };
}

function lines(stream: NodeJS.WriteStream): SeedProgress {
  const quarters = new Map<string, number>();
  return {
    update(domain, done, total) {
      const quarter = Math.floor((done / total) * 4);
      if (quarter === quarters.get(domain)) return;
      quarters.set(domain, quarter);
      stream.write(`seeding ${domain}: ${quarter * 25} % of ${total.toLocaleString('en')} rows\n`);
    },
    stop: () => undefined,
  };
}

import { replaceModule } from './replace-module';

/** What stands for a leaf where none is written. */
const NOTHING = { index: 0, leafHash: 'A'.repeat(43) };

/** A fetch of which nothing is recorded. */
class UnrecordedFetch {
  constructor(private readonly owner: { readonly recorder: { readonly name: string } }) {}

  cutOut(): void {}

  async before(): Promise<void> {}

  async after() {
    return { log: this.owner.recorder.name, ...NOTHING };
  }
}

/** By module: what is exported in its place. */
const REPLACED: Readonly<Record<string, object>> = {
  '@pasarela/gateway/evidence/record-intent': {
    recordIntent: async (planned: object) => ({ ...planned, intent: undefined }),
  },
  '@pasarela/gateway/evidence/record-answer': {
    recordAnswer: async (shaped: object) => ({ ...shaped, receipt: NOTHING }),
  },
  '@pasarela/serve/evidence/note-records': { noteRecords: () => undefined },
  '@pasarela/serve/evidence/record-report': { recordReport: async () => undefined },
  '@pasarela/serve/evidence/fetch-evidence': { FetchEvidence: UnrecordedFetch },
};

/** Takes evidence out of this process, for what it costs to be measured. The product has no such setting. */
export function withoutEvidence(): void {
  for (const [module, exports] of Object.entries(REPLACED)) replaceModule(module, exports);
}

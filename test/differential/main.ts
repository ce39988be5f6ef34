import { prettyFormatQueryPlan } from '@apollo/query-planner';
import fc from 'fast-check';
import { productFederation, testFederation } from './federation/federations';
import { drawQuestion } from './generate/draw-question';
import { runCase } from './run-case';
import { smallerQuestion } from './smaller-question';

async function main() {
  const f = process.argv[2] === 'product' ? productFederation() : testFederation();
  const n = Number(process.argv[3] ?? 100);
  const start = Date.now();
  let invalid = 0,
    bad = 0,
    apolloBad = 0,
    errs = 0;
  const max = Number(process.argv[5] ?? 5);
  const wantApollo = process.argv[6] === 'apollo';
  for (const numbers of fc.sample(fc.array(fc.nat(255), { minLength: 10, maxLength: 300, size: 'max' }), {
    seed: Number(process.argv[4] ?? 1),
    numRuns: n,
  })) {
    const q = drawQuestion(f.schemas.apiSchema, numbers);
    if (process.env.TRACE) require("node:fs").writeFileSync("/tmp/last2.json", JSON.stringify(q));
    const r = await runCase(f, q);
    if (typeof r === 'string') {
      invalid++;
      continue;
    }
    if (r.expected.errors.length) errs++;
    if (r.apolloDiffers) apolloBad++;
    if (wantApollo && r.apolloDiffers && !r.differing.length && apolloBad <= max) {
      const s = await smallerQuestion(q, async (x) => Boolean((await runCase(f, x) as any).apolloDiffers));
      const r2 = (await runCase(f, s)) as any;
      console.log(
        'APOLLO',
        s.text,
        JSON.stringify(s.variables),
        '\nE',
        r2.expected.dataText.slice(0, 500),
        JSON.stringify(r2.expected.errors),
        '\nA',
        r2.apollos.dataText.slice(0, 500),
        JSON.stringify(r2.apollos.errors).slice(0, 800),
      );
    }
    if (r.differing.length) {
      bad++;
      if (bad <= max) {
        const s = await smallerQuestion(q, async (x) => Boolean((await runCase(f, x) as any).differing?.length));
        const r2 = (await runCase(f, s)) as any;
        console.log(
          s.text,
          JSON.stringify(s.variables),
          r2.differing,
          '\nE',
          r2.expected.dataText.slice(0, 1500),
          JSON.stringify(r2.expected.errors).slice(0, 800),
          '\nO',
          r2.ours.dataText.slice(0, 1500),
          JSON.stringify(r2.ours.errors).slice(0, 800),
          '\nA',
          r2.apollos.dataText.slice(0, 500),
        );
        console.log(prettyFormatQueryPlan(f.plan(s.text)));
      }
    }
  }
  console.log({ n, invalid, bad, apolloBad, errs, ms: Date.now() - start });
}
main();

import { parentPort, workerData } from 'node:worker_threads';
import { planBuilder } from './build-plan';
import type { PlanMessage, PlanningThreadData } from './plan-message';

/** The whole of a planning thread: gets ready once, then answers each text that it is sent, one after the other. */
function answerTexts(): void {
  const buildPlan = planBuilder((workerData as PlanningThreadData).supergraphSdl);
  const send = (message: PlanMessage) => parentPort?.postMessage(message);
  parentPort?.on('message', (text: string) => {
    try {
      send({ kind: 'PLAN', json: JSON.stringify(buildPlan(text)) });
    } catch (error) {
      send({ kind: 'FAULT', ...faultOf(error) });
    }
  });
  send({ kind: 'READY' });
}

/** Where a fault arose, without its message. */
function faultOf(error: unknown): { readonly name: string; readonly stack: string } {
  if (!(error instanceof Error)) return { name: 'unknown', stack: '' };
  const frames = (error.stack ?? '').split('\n').filter((line) => /^ {4}at /.test(line));
  return { name: error.name, stack: [error.name, ...frames].join('\n') };
}

answerTexts();

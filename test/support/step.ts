import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { jest } from '@jest/globals';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { runAction } from '../../src/action/run-action.ts';
import { type BundleRun, parseOutputs, takeMasks } from './run-bundle.ts';

/** Runs actions in this process, as their entries do, with files for outputs and summary like those of the runner. */
export class Step {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async start(): Promise<Step> {
    return new Step(await mkdtemp(path.join(tmpdir(), 'step-')));
  }

  /** Runs an action to its end. @param main what its entry hands to `runAction` */
  async run(main: (signal: AbortSignal) => Promise<boolean>): Promise<BundleRun> {
    const [outputFile, summaryFile] = ['output', 'summary.md'].map((name) => path.join(this.folder, name));
    await Promise.all([writeFile(outputFile, ''), writeFile(summaryFile, '')]);
    Object.assign(process.env, { GITHUB_OUTPUT: outputFile, GITHUB_STEP_SUMMARY: summaryFile });
    const printed: string[] = [];
    const write = jest.spyOn(process.stdout, 'write').mockImplementation((text) => {
      printed.push(String(text));
      return true;
    });
    try {
      await runAction(GITHUB_ACTIONS, main);
    } finally {
      write.mockRestore();
    }
    const exitCode = Number(process.exitCode ?? 0);
    process.exitCode = 0;
    const outputs = parseOutputs(await readFile(outputFile, 'utf8'));
    return {
      exitCode,
      ...takeMasks(printed.join('')),
      outputs,
      summary: await readFile(summaryFile, 'utf8'),
    };
  }

  async close(): Promise<void> {
    await rm(this.folder, { recursive: true });
  }
}

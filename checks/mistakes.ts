// Makes by the bundles the twelve mistakes that newcomers make, each where everything else is right. Checks that it is
// told in words that name the fix, and that nothing was written to the Hub; prints the messages for a person to read.
import { Checks } from '../test/support/checks.ts';
import { readLog, wordsOf } from '../test/support/workflow-log.ts';
import { MISTAKES } from './mistakes/mistakes.ts';
import { MistakeScene } from './mistakes/scene.ts';

const checks = new Checks();
const scene = await MistakeScene.start();
try {
  for (const { name, make, says, fails } of MISTAKES) {
    await scene.reset();
    const run = await make(scene);
    const told = readLog(run.log).filter(({ kind }) => kind === 'error' || kind === 'warning');
    const message = told.map(wordsOf).join('\n');
    console.log(`\n# ${name}\n${message}`);
    const missing = says.filter((words) => !message.includes(words));
    checks.check(
      `${name}: the message names the fix`,
      missing.length === 0,
      `it lacks ${missing.join(', ')}`,
    );
    checks.same(`${name}: the step ${fails ? 'fails' : 'goes on'}`, run.exitCode, fails ? 1 : 0);
    checks.same(`${name}: nothing was written to the Hub`, scene.writes(), []);
  }
} finally {
  await scene.close();
}
checks.close();

// Approval by Python's client: the bundle offers versions in pull requests on the local Hub, huggingface_hub reads and
// merges them, and the bundle announces what it then finds. Usage: approval.ts <python>
import { BundleScene, TOKEN, variedReviews } from '../support/bundle-scene.ts';
import { Checks } from '../support/checks.ts';
import { runChecker } from './run-checker.ts';

const [python] = process.argv.slice(2);
const REPO = 'owner/approved';
const INPUTS = { 'department-dataset': REPO, 'urgency-dataset': '', gates: 'publish: pull-request' };
const scene = await BundleScene.start();
const checks = new Checks();
try {
  await scene.newDatabase();
  for (const [round, count] of [60, 20].entries()) {
    await scene.addReviews(variedReviews(count, `round ${round}`));
    const offered = await scene.run(INPUTS);
    checks.same(
      `round ${round}: nothing is announced`,
      [offered.exitCode, offered.outputs['department-status'], offered.outputs.updated],
      [0, 'awaiting-approval', '[]'],
    );
    await runChecker(checks, python, 'approve_offer.py', scene.hub.url, TOKEN, REPO);
    const { exitCode, outputs } = await scene.run(INPUTS);
    checks.same(
      `round ${round}: it is announced`,
      [exitCode, outputs['department-status'], outputs.updated],
      [0, 'published', '["department"]'],
    );
    const { commit } = JSON.parse(outputs.versions).department;
    checks.same(`round ${round}: what was merged is tagged`, commit, scene.hub.repo(REPO).head.id);
  }
} finally {
  await scene.close();
}
checks.close();

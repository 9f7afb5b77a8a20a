// Publishes by the bundle once for each step of its mail's delivery × what a mail server may do there. The steps are
// those of a delivery that was recorded. Checks that the version is published and tagged whatever becomes of the mail,
// that the summary tells what became of it, that no mail comes twice, and that no run waits longer than it may.
import path from 'node:path';
import { BundleScene, TOKEN, variedReviews } from '../test/support/bundle-scene.ts';
import { Checks } from '../test/support/checks.ts';
import { startMailServer } from '../test/support/mail-server.ts';
import { runBundle } from '../test/support/run-bundle.ts';
import { type SmtpFault, startSmtpProxy } from '../test/support/smtp-proxy.ts';
import { runSideBySide } from './side-by-side.ts';

const FAST_CLOCK = path.resolve(import.meta.dirname, '../test/support/publish-lab/fast-clock.ts');
const FAULTS: Readonly<Record<string, SmtpFault>> = {
  'reset before': 'reset before',
  'reset after': 'reset after',
  'truncated answer': 'truncate',
  'no answer': 'hang',
  '421, closing': { reply: '421 4.3.2 Closing' },
  '451, try later': { reply: '451 4.3.0 Try later' },
  '554, refused': { reply: '554 5.7.1 Refused' },
  'no SMTP': { reply: 'HTTP/1.1 400 Bad Request' },
};
/** The mail has 30 s, which pass in 2 s by the fast clock. */
const BUDGET_MS = 60_000;
const AT_ONCE = 4;

const checks = new Checks();
const scene = await BundleScene.start();
let runs = 0;
try {
  await scene.newDatabase();
  await scene.addReviews(variedReviews(40));
  const { steps, problems } = await publish();
  checks.check(`no fault: ${steps.join(', ')}`, problems.length === 0, problems.join('; '));
  const pairs = steps.flatMap((step) =>
    Object.entries(FAULTS).map(([name, fault]) => ({ step, name, fault })),
  );
  await runSideBySide(
    pairs.map(({ step, name, fault }) => async () => {
      const { problems } = await publish({ step, fault });
      checks.check(`${step}: ${name}`, problems.length === 0, problems.join('; '));
    }),
    AT_ONCE,
  );
} finally {
  await scene.close();
}
checks.close();

/** Publishes with a mail server that fails at a step. @returns the steps of the delivery, and what is wrong */
async function publish(strike?: { step: string; fault: SmtpFault }) {
  const repo = `owner/urgency-${runs++}`;
  const server = await startMailServer({
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    hidePIPELINING: true,
  });
  const proxy = await startSmtpProxy(server.port, strike);
  const startedAt = performance.now();
  try {
    const { exitCode, outputs, summary, log } = await runBundle(
      {
        'postgres-url': scene.database.url({ params: { sslmode: 'disable' } }),
        'urgency-dataset': repo,
        'hf-token': TOKEN,
        'hub-endpoint': scene.hub.url,
        'min-dataset-len': '10',
        'smtp-url': `smtp://alerts:pass%2Fword@localhost:${proxy.port}?tls=off`,
        'email-to': 'a@example.org, b@example.org',
        'email-from': 'datasets@example.org',
      },
      {
        nodeOptions: ['--import', FAST_CLOCK],
        environment: { FAST_CLOCK_REPORT: '/dev/null' },
      },
    );
    const tookMs = performance.now() - startedAt;
    const delivery = /^- .*\*\*E-mail\*\*:.*$/m.exec(summary)?.[0] ?? 'none';
    const isDelivered = delivery.includes('✅');
    const wasLost = strike !== undefined && proxy.struck === 0;
    const problems = [
      [exitCode !== 0, `exit ${exitCode}`],
      [outputs.updated !== '["urgency"]', `updated ${outputs.updated}`],
      [!scene.hub.repo(repo).tags.has(outputs['urgency-tag']), 'no tag'],
      [!isDelivered && delivery === 'none', `told of the mail: ${delivery}`],
      [isDelivered && server.mails.length === 0, 'a mail that was not taken is told as delivered'],
      [strike === undefined && !isDelivered, `not delivered without a fault: ${delivery}`],
      [server.mails.length > 1, `${server.mails.length} mails`],
      [/pass\/word|pass%2Fword|number \d/.test(log + summary), 'a secret or a grievance is told'],
      [tookMs > BUDGET_MS, `took ${tookMs.toFixed(0)} ms`],
      [wasLost, 'the fault did not strike'],
    ].flatMap(([isWrong, problem]) => (isWrong ? [String(problem)] : []));
    return { steps: [...proxy.steps], problems };
  } finally {
    await proxy.close();
    await server.close();
  }
}

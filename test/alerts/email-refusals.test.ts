import { describe, expect, test } from '@jest/globals';
import { createSelfSigned } from '../support/postgres/certificates.ts';
import { runReport } from '../support/reports.ts';
import { LOGIN, mailServer, rawServer, tell, trustMailServers } from './email-scene.ts';

trustMailServers();

describe('a mail server that does not take the mail', () => {
  test('refuses the login: neither user nor password is told', async () => {
    const server = await mailServer();
    const delivery = await tell(`smtp://alerts:wr0ng@localhost:${server.port}`);
    expect(delivery).toEqual({
      channel: 'E-mail',
      state: 'failed',
      detail: `The mail server localhost:${server.port} refused the user or password in smtp-url (535). Check them; many providers require an app password.`,
    });
    expect(server.logins).toEqual(['alerts:wr0ng']);
    expect(server.mails).toEqual([]);
  });

  test('offers no TLS: it gets neither password nor mail', async () => {
    const server = await mailServer({
      hideSTARTTLS: true,
      disabledCommands: ['STARTTLS'],
      allowInsecureAuth: true,
    });
    const { state, detail } = await tell(`smtp://${LOGIN}@localhost:${server.port}`);
    expect(state).toBe('failed');
    expect(detail).toContain('offers no TLS (STARTTLS), so neither password nor mail was sent');
    expect(server.logins).toEqual([]);
    expect(server.mails).toEqual([]);
  });

  test.each([true, false])(
    'has a certificate nobody trusts (TLS from the first byte: %s)',
    async (secure) => {
      const server = await mailServer({ secure, ...(await createSelfSigned({ dnsNames: ['localhost'] })) });
      const { state, detail } = await tell(
        `${secure ? 'smtps' : 'smtp'}://${LOGIN}@localhost:${server.port}`,
      );
      expect(state).toBe('failed');
      expect(detail).toContain(`The certificate of the mail server localhost:${server.port} is not trusted.`);
      expect(server.logins).toEqual([]);
    },
  );

  test('has the certificate of another host', async () => {
    const server = await mailServer({ secure: true });
    const { detail } = await tell(`smtps://127.0.0.1:${server.port}`);
    expect(detail).toContain('is for another host');
  });

  test('refuses every recipient', async () => {
    const server = await mailServer();
    const { state, detail } = await tell(`smtp://localhost:${server.port}`, { to: 'b@refused.example' });
    expect(state).toBe('failed');
    expect(detail).toContain('refused the sender or the recipients');
    expect(detail).toContain('No such mailbox ***');
  });

  test('does not take TLS from the start', async () => {
    const server = await mailServer();
    const { detail } = await tell(`smtps://localhost:${server.port}`);
    expect(detail).toContain('does not use TLS from the start. Use smtp://');
  });

  test('is gone', async () => {
    const server = await mailServer();
    await server.close();
    const { state, detail } = await tell(`smtp://localhost:${server.port}`);
    expect(state).toBe('failed');
    expect(detail).toBe(
      `Nothing accepts connections at localhost:${server.port}. Check host and port in smtp-url.`,
    );
  });

  test('goes away in the middle', async () => {
    const port = await rawServer((socket) => {
      socket.write('220 here\r\n');
      socket.once('data', () => socket.destroy());
    });
    const { state, detail } = await tell(`smtp://localhost:${port}`);
    expect(state).toBe('failed');
    expect(detail).toContain('closed the connection');
  });

  test('never answers: the run waits as long as it was told to', async () => {
    const port = await rawServer(() => {});
    const started = performance.now();
    const { state, detail } = await tell(`smtp://localhost:${port}`, { timeoutMs: 300 });
    expect(performance.now() - started).toBeLessThan(2000);
    expect(state).toBe('failed');
    expect(detail).toContain('did not answer in time');
  });

  test('trickles an answer without end: a cancelled run waits for 3 s in all', async () => {
    const port = await rawServer((socket) => {
      socket.write('220 here\r\n');
      const trickle = setInterval(() => socket.write('250-wait\r\n'), 200);
      socket.once('close', () => clearInterval(trickle));
    });
    const started = performance.now();
    const { state } = await tell(
      `smtp://localhost:${port}`,
      {},
      runReport({ outcome: 'cancelled', datasets: [] }),
    );
    expect(state).toBe('failed');
    const took = performance.now() - started;
    expect(took).toBeGreaterThan(2900);
    expect(took).toBeLessThan(4500);
  });
});

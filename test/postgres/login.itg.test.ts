import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { withSnapshot } from '../../src/postgres/snapshot.ts';
import { createAuthority } from '../support/postgres/certificates.ts';
import { readTexts } from '../support/postgres/read-texts.ts';
import { type PostgresServer, SUPERUSER, startPostgres, type UrlParts } from '../support/postgres/server.ts';

let server: PostgresServer;

beforeAll(async () => {
  server = await startPostgres();
});

afterAll(() => server.close());

const STATE = `
  SELECT (CASE WHEN ssl THEN 'TLS' ELSE 'plain' END), current_setting('search_path')
  FROM pg_catalog.pg_stat_ssl WHERE pid = pg_catalog.pg_backend_pid()`;

function read(parts: UrlParts): Promise<readonly (readonly (string | null)[])[]> {
  const url = server.url({ host: 'localhost', ...parts });
  return withSnapshot({ url, retryDelaysMs: [] }, (snapshot) => readTexts(snapshot, STATE, 2));
}

async function outcome(params: Record<string, string>): Promise<unknown> {
  return read({ params }).then(
    (rows) => rows[0][0],
    (error: Error) => error.message,
  );
}

const refusal = () =>
  `PostgreSQL at localhost:${server.port} does not bind the login to the TLS connection, which channel_binding=require in ` +
  'postgres-url asks for. Use TLS and a role whose password is stored as SCRAM-SHA-256, or remove channel_binding.';

describe('channel_binding=require', () => {
  beforeAll(async () => {
    const authority = await createAuthority('Test CA');
    const hba = [
      'hostssl all trusted all trust',
      'hostssl all clear all password',
      'hostssl all hashed all md5',
      'host all all all scram-sha-256',
    ];
    await server.configure({ tls: await authority.issue({ dnsNames: ['localhost'] }), hba });
    await server.query("SET password_encryption = 'md5'");
    await server.query("CREATE ROLE hashed LOGIN PASSWORD 'password'");
    await server.query('CREATE ROLE trusted LOGIN');
    await server.query("CREATE ROLE clear LOGIN PASSWORD 'password'");
  });

  test('is met by SCRAM over TLS', async () => {
    expect(await outcome({ channel_binding: 'require', sslmode: 'require' })).toBe('TLS');
    expect(await outcome({ channel_binding: 'require' })).toBe('TLS');
    expect(await outcome({ channel_binding: 'require', sslmode: 'require', sslnegotiation: 'direct' })).toBe(
      'TLS',
    );
  });

  test('refuses a login without TLS', async () => {
    expect(await outcome({ channel_binding: 'require', sslmode: 'disable' })).toBe(refusal());
    expect(await outcome({ channel_binding: 'prefer', sslmode: 'disable' })).toBe('plain');
  });

  test('refuses before the server gets anything that depends on the password', async () => {
    const wrong = { password: 'wrong' };
    const plain = { channel_binding: 'require', sslmode: 'disable' };
    await expect(read({ ...wrong, params: plain })).rejects.toThrow(refusal());
    const params = { channel_binding: 'require', sslmode: 'require' };
    for (const user of ['clear', 'hashed']) {
      await expect(read({ ...wrong, user, params })).rejects.toThrow(refusal());
    }
    await expect(read({ ...wrong, params })).rejects.toMatchObject({ code: '28P01' });
  });

  test.each(['trusted', 'clear', 'hashed'])('refuses the login of the role %s', async (user) => {
    const params = { channel_binding: 'require', sslmode: 'require' };
    await expect(read({ user, params })).rejects.toThrow(refusal());
    expect((await read({ user, params: { sslmode: 'require' } }))[0][0]).toBe('TLS');
  });
});

test('variables of the environment change nothing', async () => {
  const variables = {
    PGOPTIONS: '-c search_path=elsewhere',
    PGREPLICATION: 'database',
    PGCLIENT_ENCODING: 'latin1',
    PGSSLNEGOTIATION: 'direct',
    PGSSLMODE: 'verify-full',
    PGUSER: 'nobody',
    PGHOST: 'nowhere.invalid',
  };
  Object.assign(process.env, variables);
  try {
    expect(await read({ ...SUPERUSER })).toEqual([[expect.any(String), '"$user", public']]);
  } finally {
    for (const name of Object.keys(variables)) delete process.env[name];
  }
});

import { PGlite } from '@electric-sql/pglite';
import { PGLiteSocketServer } from '@electric-sql/pglite-socket';
import type { TestDatabase } from '../../test/support/postgres/server.ts';

/** Starts PGlite, PostgreSQL compiled to WebAssembly, on a free port. */
export async function startPglite(): Promise<TestDatabase & { close(): Promise<void> }> {
  const db = await PGlite.create();
  const server = new PGLiteSocketServer({ db, host: '127.0.0.1', port: 0 });
  await server.start();
  return {
    name: 'postgres',
    url: () => `postgresql://postgres:password@${server.getServerConn()}/postgres?sslmode=disable`,
    query: async (sql, values = []) => (await db.query(sql, [...values])).rows,
    async close() {
      await server.stop();
      await db.close();
    },
  };
}

import type { Checks } from '../../../test/support/checks.ts';
import type { PostgresServer } from '../../../test/support/postgres/server.ts';

export async function checkPgBouncerErrors(_server: PostgresServer, _checks: Checks): Promise<void> {}

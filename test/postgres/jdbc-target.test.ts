import { expect, test } from '@jest/globals';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { jdbcTarget } from '../../src/postgres/jdbc-target.ts';

const target = (url: string, ca: string | null = null) => jdbcTarget(parseConnectionUrl(url), ca);

test('what the URL asks for is asked of the JDBC driver too', () => {
  const query =
    'sslmode=verify-full&options=-c%20role%3Dreader&channel_binding=require&sslnegotiation=direct&search_path=a,b&application_name=x';
  const { url, user } = target(`postgresql://u:p@h:5433/d?${query}`, '/ca.pem');
  expect([url, user]).toEqual([
    'jdbc:postgresql://h:5433/d?sslmode=verify-full&ApplicationName=x&sslrootcert=%2Fca.pem&options=-c%20role%3Dreader&sslNegotiation=direct&channelBinding=require&currentSchema=%22a%22%2C%22b%22',
    'u',
  ]);
});

test('nothing else is', () => {
  expect(target('postgresql://u:p@[::1]/d').url).toBe(
    'jdbc:postgresql://[::1]:5432/d?sslmode=prefer&ApplicationName=prepare-dataset',
  );
  expect(() => target('postgresql:///d?host=/run')).toThrow('names a Unix socket');
});

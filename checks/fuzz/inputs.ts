import fc from 'fast-check';
import { GITHUB_ACTIONS } from '../../src/action/github-actions.ts';
import { InputError } from '../../src/action/input-error.ts';
import { maskSecrets } from '../../src/action/mask-secrets.ts';
import { PREPARE_DATASET, prepareDatasetInputs } from '../../src/action/prepare-dataset-inputs.ts';
import { readInputs } from '../../src/action/read-inputs.ts';
import { parseMailAddresses } from '../../src/alerts/mail-address.ts';
import { parseSmtpUrl } from '../../src/alerts/smtp-url.ts';
import { parseSplit } from '../../src/model/split-shares.ts';
import { parseConnectionUrl } from '../../src/postgres/connection-settings.ts';
import { PostgresError } from '../../src/postgres/errors/postgres-error.ts';
import { URL_PARAMETERS } from '../../src/postgres/url-parameters.ts';
import { parseTargets } from '../../src/retraining/parse-targets.ts';
import { type Fuzzer, fuzzer, hostileText, mayRefuse, must, secret } from './fuzzer.ts';

const INPUTS = Object.keys(PREPARE_DATASET.inputs).filter((name) => name !== 'config');
const SENSIBLE: Readonly<Record<string, readonly string[]>> = {
  'min-dataset-len': ['0', '1000', '1e3', '-1', '0x10', 'Infinity'],
  'correct-ratio': ['0.5', '1', '1e9', '.', '..', '1e'],
  'random-state': ['42', '4294967295', '4294967296'],
  split: ['80/10/10', '0.8/0.1/0.1', '100/0/0', '1/1/1', '33.3/33.3/33.4'],
  'split-method': ['stable', 'sklearn', 'STABLE'],
  private: ['true', 'True', 'FALSE', 'yes'],
  'dry-run': ['true', 'false', '1'],
  'hub-endpoint': ['https://huggingface.co', 'http://[::1]:80/x/', 'https://u:p@h', 'ftp://h'],
};

const PARAMETER_NAMES = URL_PARAMETERS.flatMap(({ names }) => names);
const scheme = fc.constantFrom('postgresql://', 'postgres://', 'postgresql+psycopg2://', 'mysql://', '');
const connectionUrl = fc.tuple(scheme, hostileText, secret, hostileText, hostileText);
const smtpUrl = fc.tuple(
  fc.constantFrom('smtp://', 'smtps://', 'http://', ''),
  hostileText,
  secret,
  hostileText,
);

export const inputFuzzers: readonly Fuzzer[] = [
  fuzzer('action inputs', fc.tuple(fc.record(recordOfInputs()), secret), ([inputs, token]) => {
    const entries = Object.entries(inputs).map(([name, text]) => [variable(name), text]);
    const environment = Object.fromEntries(entries);
    environment[variable('hf-token')] = `${inputs['hf-token']}${token}`;
    const reading = silently(() => readInputs(GITHUB_ACTIONS, PREPARE_DATASET, environment));
    const read = mayRefuse(() => prepareDatasetInputs(reading), InputError, [token]);
    if (read === null) return;
    const { train, eval: evaluation, test } = parseSplit(read.split);
    must(Math.abs(train + evaluation + test - 1) < 1e-9, 'the shares do not add up');
    must(Number.isInteger(read.randomState) && read.minDatasetLen >= 0, 'numbers of the wrong kind');
    must(URL.canParse(read.hubEndpoint), 'the endpoint is no URL');
  }),
  fuzzer('PostgreSQL URLs', connectionUrl, ([start, user, password, host, rest]) => {
    const settings = mayRefuse(
      () => parseConnectionUrl(`${start}${user}:${password}@${host}/${rest}`),
      PostgresError,
      [password],
    );
    if (settings === null) return;
    must(settings.port >= 1 && settings.port <= 65_535, 'a port out of range');
    must(typeof settings.host === 'string' && typeof settings.database === 'string', 'no host or database');
  }),
  fuzzer('PostgreSQL URL parameters', parameters(), ([pairs, password, isInQuery]) => {
    const query = pairs.map((pair) => pair.join('=')).join('&');
    const secretPair = isInQuery ? `&password=${encodeURIComponent(password)}` : '';
    const url = `postgresql://u:${isInQuery ? '' : encodeURIComponent(password)}@h/d?${query}${secretPair}`;
    const settings = mayRefuse(() => parseConnectionUrl(url), PostgresError, [password]);
    if (settings === null) return;
    const named = pairs.map(([name]) => decodeURIComponent(name)).filter((name) => name !== '');
    must(
      named.every((name) => settings.givenParameters.includes(name) && PARAMETER_NAMES.includes(name)),
      'a parameter is ignored',
    );
    must(settings.password === password, 'another password');
  }),
  fuzzer('SMTP URLs', smtpUrl, ([start, user, password, host]) => {
    const server = mayRefuse(() => parseSmtpUrl(`${start}${user}:${password}@${host}`), Error, [password]);
    if (server !== null)
      must(server.host !== '' && server.port >= 0 && server.port <= 65_535, 'no host or port');
  }),
  fuzzer('mail addresses', fc.array(fc.oneof(hostileText, fc.emailAddress()), { maxLength: 3 }), (parts) => {
    const addresses = mayRefuse(() => parseMailAddresses(parts.join(','), 'email-to'), Error) ?? [];
    for (const { name, address } of addresses)
      must(!/[\r\n]/.test(name + address), 'a line break in an address');
  }),
  fuzzer('masks', fc.tuple(hostileText, secret), ([text, value]) => {
    const masked = silently(() =>
      maskSecrets(GITHUB_ACTIONS, [`${text}\n${value}`, `postgres://u:${value}@h/d`]),
    );
    must(masked.includes(value), 'a line of a secret is not masked');
  }),
  fuzzer('retraining targets', fc.oneof(hostileText, targets()), (text) => {
    mayRefuse(() => parseTargets(text), Error);
  }),
];

/** Parameters of a connection URL, a password, and whether it is one of them. */
function parameters(): fc.Arbitrary<[[name: string, value: string][], string, boolean]> {
  const known = fc.constantFrom(...PARAMETER_NAMES.filter((name) => name !== 'password'));
  const spelling = fc.tuple(known, fc.nat()).map(([name, at]) => misspelt(name, at));
  const percent = known.map((name) =>
    name.replace(/./, (character) => `%${character.charCodeAt(0).toString(16)}`),
  );
  const name = fc.oneof(known, spelling, percent, hostileText.map(encodeURIComponent));
  const value = fc.oneof(
    fc.constantFrom('', 'require', 'verify-full', 'true', '1', 'a,b', '%00', '%'),
    hostileText.map(encodeURIComponent),
  );
  return fc.tuple(fc.array(fc.tuple(name, value), { maxLength: 4 }), secret, fc.boolean());
}

/** A name in other letters or signs, or with one changed. */
function misspelt(name: string, at: number): string {
  const index = at % name.length;
  const changes = [
    name.toUpperCase(),
    name.replaceAll('_', '-'),
    `${name.slice(0, index)}x${name.slice(index + 1)}`,
  ];
  return changes[at % changes.length];
}

function recordOfInputs(): Record<string, fc.Arbitrary<string>> {
  return Object.fromEntries(
    INPUTS.map((name) => [
      name,
      fc.oneof(hostileText, fc.constantFrom(...(SENSIBLE[name] ?? ['owner/name']))),
    ]),
  );
}

function targets(): fc.Arbitrary<string> {
  const leaf = fc.oneof(hostileText, fc.boolean(), fc.integer(), fc.constant(null));
  const fields = fc.constantFrom(
    'space',
    'workflow',
    'job',
    'wait-for',
    'inputs',
    'ref',
    'secrets',
    'timeout-minutes',
  );
  const target = fc.oneof(
    leaf,
    fc.dictionary(fields, fc.oneof(leaf, fc.array(leaf, { maxLength: 2 })), { maxKeys: 4 }),
  );
  return fc
    .dictionary(
      fc.constantFrom('department', 'urgency', 'other'),
      fc.oneof(target, fc.array(target, { maxLength: 2 })),
    )
    .map((value) => JSON.stringify(value));
}

function variable(name: string): string {
  return `INPUT_${name.toUpperCase()}`;
}

/** Runs what prints texts to be masked, of which nothing reaches the log of this script. */
function silently<T>(run: () => T): T {
  const write = process.stdout.write;
  process.stdout.write = () => true;
  try {
    return run();
  } finally {
    process.stdout.write = write;
  }
}

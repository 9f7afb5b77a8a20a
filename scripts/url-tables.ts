import { anyOf, type ParameterRule, URL_PARAMETERS } from '../src/postgres/url-parameters.ts';

/** The table of the parameters of a connection URL, for docs/reference/postgresql.md. */
export function urlParameterTable(): string {
  const rows = URL_PARAMETERS.map((rule) => {
    const names = rule.names.map((name) => `\`${name}\``).join(', ');
    return `| ${names} | ${meaningOf(rule)} |`;
  });
  return ['| Parameter | What it does |', '| --- | --- |', ...rows].join('\n');
}

function meaningOf({ kind, values = [], about }: ParameterRule): string {
  switch (kind) {
    case 'read':
      return `${about}.`;
    case 'fixed':
      return `Only ${anyOf(values.map((value) => `\`${value}\``))}. ${about}.`;
    case 'unused':
      return `A warning. ${about}.`;
    case 'refused':
      return `An error. ${about.replaceAll('<', '\\<')}.`;
  }
}

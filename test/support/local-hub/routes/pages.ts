import type { Exchange } from '../exchange.ts';
import { HttpError } from '../http-error.ts';
import type { StoredCommit, StoredRepo } from '../repo-store.ts';
import type { HubRoute } from '../serve.ts';

/** What a browser is shown, private repos too: whoever sits at this machine is taken for their owner. */
export const pageRoutes: readonly HubRoute[] = [
  { method: 'GET', pattern: '/', handler: listAll },
  { method: 'GET', pattern: '/datasets/{owner}/{name}', handler: showDataset },
  { method: 'GET', pattern: '/datasets/{owner}/{name}/tree/{revision}', handler: showDataset },
  { method: 'GET', pattern: '/datasets/{owner}/{name}/commit/{revision}', handler: showDataset },
  { method: 'GET', pattern: '/spaces/{owner}/{name}', handler: showSpace },
];

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function listAll({ state }: Exchange) {
  const paths = [
    ...Array.from(state.repos.keys(), (name) => `datasets/${name}`),
    ...Array.from(state.spaces.keys(), (name) => `spaces/${name}`),
  ];
  return page('All datasets and Spaces', [list(paths.map((path) => linkTo(`/${path}`, path)))]);
}

function showDataset(exchange: Exchange) {
  const { owner, name, revision = 'main' } = exchange.params;
  const repo = exchange.state.repos.get(`${owner}/${name}`);
  if (repo === undefined) throw new HttpError(404, 'Repository not found');
  const commit = exchange.commit(repo);
  const files = Array.from(commit.files, ([path, { size }]) => escapeText(`${path}, ${size} bytes`));
  return page(`${repo.name} at ${revision}`, [
    `<h2>Versions</h2>${list(versionsOf(repo))}`,
    `<h2>Files</h2><p>Commit ${commit.id}: ${escapeText(commit.title)}</p>${list(files)}`,
    `<h2>Card</h2><pre>${escapeText(cardOf(commit))}</pre>`,
  ]);
}

function versionsOf({ name, tags }: StoredRepo): string[] {
  const revisions = ['main', ...[...tags.keys()].toReversed()];
  return revisions.map((revision) =>
    linkTo(`/datasets/${name}/tree/${encodeURIComponent(revision)}`, revision),
  );
}

function cardOf({ files }: StoredCommit): string {
  return files.get('README.md')?.content?.toString() ?? 'None.';
}

function showSpace(exchange: Exchange) {
  const { owner, name } = exchange.params;
  const space = exchange.state.spaces.get(`${owner}/${name}`);
  if (space === undefined) throw new HttpError(404, 'Repository not found');
  const variables = Array.from(space.variables, ([key, value]) => escapeText(`${key}=${value}`));
  return page(space.name, [
    `<p>Restarts: ${space.restarts.length}</p>`,
    `<h2>Variables</h2>${list(variables)}`,
  ]);
}

function page(title: string, parts: readonly string[]) {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeText(title)}</title>`;
  const body = `<h1>${escapeText(title)}</h1><p>On a local Hub.</p>${parts.join('')}`;
  const style =
    '<style>body { font: 16px sans-serif; max-width: 60em; margin: 2em auto; } pre { white-space: pre-wrap; }</style>';
  return {
    headers: { 'Content-Type': 'text/html; charset=utf-8' },
    body: Buffer.from(
      `<!doctype html><html lang="en"><head>${head}${style}</head><body>${body}</body></html>`,
    ),
  };
}

function list(entries: readonly string[]): string {
  return `<ul>${entries.map((entry) => `<li>${entry}</li>`).join('')}</ul>`;
}

function linkTo(address: string, text: string): string {
  return `<a href="${escapeText(address)}">${escapeText(text)}</a>`;
}

function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character]);
}

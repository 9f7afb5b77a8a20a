import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll } from '@jest/globals';
import { ConfigError } from '../../src/config/problems.ts';
import { readConfig } from '../../src/config/read-config.ts';
import type { DatasetDefinition } from '../../src/model/definition.ts';

/** A preset with a parameter of each type, and SQL by the value of one. */
export const EXAMPLE_PRESET = `
description: An example.
parameters:
  project: { type: integer, required: true, description: Number of the project. }
  control: { type: text, default: choice, description: Name of the control. }
  note: { type: text, description: A note. }
  format: { type: one-of, values: [ratings, pairs], default: ratings, description: What a row is. }
corrections:
  by: format
  ratings: SELECT \${project} AS id, \${control} AS text, \${note} AS label
  pairs: SELECT \${project} AS pairs
confirmed:
  by: format
  ratings: SELECT 1 AS id
unjudged:
  causes:
    hidden: \${format} without “\${control}”
    noted: rows with the note “\${note}”
  expected:
    tie: rows of both
  select: SELECT unnest(ARRAY['hidden', 'noted', 'tie']) AS cause, 1 AS rows FROM (\${rows}) AS counted
shared:
  rows: \${each-of} WHERE \${project} > 0
  each-of:
    by: format
    ratings: SELECT \${control} AS rating
    pairs: SELECT \${control} AS pair
`;

const folders: string[] = [];

afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

function newFolder(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), `${name}-`));
  folders.push(folder);
  return folder;
}

/** A folder with the preset \`example\`. */
export function presetsFolder(): string {
  const folder = newFolder('presets');
  writeFileSync(path.join(folder, 'example.yml'), EXAMPLE_PRESET);
  return folder;
}

/** A workspace with some files, by name. */
export function workspaceOf(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = newFolder('workspace');
  for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
  return folder;
}

/** Reads a file that declares datasets, which lies in a workspace of its own. */
export function readText(text: string, presets: string): DatasetDefinition[] {
  const workspace = workspaceOf({ 'datasets.yml': text });
  return readConfig('datasets.yml', { workspace, presetsFolder: presets });
}

/** What is said of a reading that must fail, a line each. */
export function problemsOf(read: () => unknown): string[] {
  try {
    read();
  } catch (error) {
    if (error instanceof ConfigError) return error.message.split('\n');
    throw error;
  }
  return [];
}

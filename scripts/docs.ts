// Writes what is generated in the documentation: from action.yml the tables of inputs and outputs and the defaults of the
// code, from the code the table of messages, and from the description of the file that declares datasets its JSON Schema
// and the tables of its keys and presets. With --check it writes nothing and fails if something is out of date.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { configSchema } from './config-schema.ts';
import { configTables } from './config-tables.ts';
import { troubleshootingMessages } from './troubleshooting.ts';
import { urlParameterTable } from './url-tables.ts';

interface ActionFile {
  inputs?: Record<string, { description: string; required?: boolean; default?: string }>;
  outputs?: Record<string, { description: string }>;
}

const ROOT = path.resolve(import.meta.dirname, '..');
const SUB_ACTIONS = [
  'pause-space',
  'restart-space',
  'trigger-retraining',
  'dashboard',
  'check',
  'promote-model',
  'prune-versions',
];
const ACTION_FOLDERS = ['.', ...SUB_ACTIONS];
const isCheck = process.argv.includes('--check');
const stale: string[] = [];
const actions = new Map<string, ActionFile>();

for (const folder of ACTION_FOLDERS) {
  const action: ActionFile = parse(readFileSync(path.join(ROOT, folder, 'action.yml'), 'utf8'));
  actions.set(folder, action);
  updateSections(
    folder === '.' ? 'docs/reference/inputs.md' : path.join(folder, 'README.md'),
    new Map([
      ['inputs', inputTable(action)],
      ['outputs', outputTable(action)],
    ]),
  );
}
update('src/action/input-defaults.ts', defaultsModule());
updateSections('docs/reference/workflow.md', workflowTables());
updateSections('docs/reference/messages.md', new Map([['troubleshooting', troubleshootingTable()]]));
updateSections('docs/reference/postgresql.md', new Map([['url-parameters', urlParameterTable()]]));
const { presets, ...keys } = configTables(path.join(ROOT, 'presets'));
updateSections('docs/reference/presets.md', new Map([['presets', presets]]));
updateSections('docs/reference/config.md', new Map(Object.entries(keys)));
update('config.schema.json', `${JSON.stringify(configSchema(path.join(ROOT, 'presets')), null, 2)}\n`);
if (stale.length > 0) {
  console.error(`Out of date: ${stale.join(', ')}. Run "npm run docs" and commit what it writes.`);
  process.exit(1);
}

function update(file: string, content: string): void {
  const target = path.join(ROOT, file);
  if (existsSync(target) && readFileSync(target, 'utf8') === content) return;
  if (isCheck) stale.push(file);
  else writeFileSync(target, content);
}

/** Writes tables into the sections of a file that are marked with their names. */
function updateSections(file: string, tables: ReadonlyMap<string, string>): void {
  let text = readFileSync(path.join(ROOT, file), 'utf8');
  for (const [name, table] of tables) {
    const section = new RegExp(`(<!-- ${name}:begin -->)[\\s\\S]*?(<!-- ${name}:end -->)`);
    if (!section.test(text)) throw new Error(`${file} has no section ${name}:begin … ${name}:end.`);
    text = text.replace(section, (_, begin, end) => `${begin}\n${table}\n${end}`);
  }
  update(file, text);
}

function inputTable({ inputs = {} }: ActionFile): string {
  const rows = Object.entries(inputs).map(
    ([name, input]) =>
      `| \`${name}\` | ${cell(input.description)} | ${input.default ? `\`${input.default}\`` : ''} |`,
  );
  return ['| Input | Meaning | Default |', '| --- | --- | --- |', ...rows].join('\n');
}

function outputTable({ outputs = {} }: ActionFile): string {
  const rows = Object.entries(outputs).map(
    ([name, output]) => `| \`${name}\` | ${cell(output.description)} |`,
  );
  return ['| Output | Meaning |', '| --- | --- |', ...rows].join('\n');
}

/** Returns the tables of the reusable workflow, by the names of their sections. */
function workflowTables(): ReadonlyMap<string, string> {
  const file = readFileSync(path.join(ROOT, '.github/workflows/retrain.yml'), 'utf8');
  const { inputs, secrets, outputs } = parse(file).on.workflow_call;
  const secretRows = Object.entries<{ description: string; required: boolean }>(secrets).map(
    ([name, { description, required }]) =>
      `| \`${name}\` | ${cell(description)} | ${required ? 'yes' : 'no'} |`,
  );
  return new Map([
    ['inputs', inputTable({ inputs })],
    ['secrets', ['| Secret | Meaning | Required |', '| --- | --- | --- |', ...secretRows].join('\n')],
    ['outputs', outputTable({ outputs })],
  ]);
}

/** A message says what happened in its first sentence, after the dataset it is about, and then what to do. */
function troubleshootingTable(): string {
  const rows = Array.from(troubleshootingMessages(), ([topic, messages]) =>
    messages.map((message) => {
      const [, happened, advice = ''] =
        /^((?:Dataset [\w-]+\. )?.*?[.?])(?: (?=[A-Z])(.*))?$/s.exec(message) ?? [];
      return `| ${topic} | ${cell(happened)} | ${cell(advice)} |`;
    }),
  );
  return ['| About | Message | How to fix it |', '| --- | --- | --- |', ...rows.flat()].join('\n');
}

/** One line for a cell. Links to pages of the reference, which is where tables with such links are, lose their folder. */
function cell(text: string): string {
  return text
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
    .replaceAll('<', '\\<')
    .replaceAll('](docs/reference/', '](');
}

function defaultsModule(): string {
  const entries = Array.from(actions, ([folder, action]) => [
    `  ${key(folder === '.' ? 'prepare-dataset' : folder)}: {`,
    ...defaultLines(action).map((line) => `  ${line}`),
    '  },',
  ]);
  return [
    '/** Defaults of the inputs of each action; written by `npm run docs` from its action.yml. */',
    'export const INPUT_DEFAULTS = {',
    ...entries.flat(),
    '} as const;',
    '',
    'export type ActionName = keyof typeof INPUT_DEFAULTS;',
    '',
  ].join('\n');
}

function defaultLines({ inputs = {} }: ActionFile): string[] {
  return Object.entries(inputs).flatMap(([name, input]) =>
    input.default === undefined || input.default.includes('${{')
      ? []
      : [`  ${key(name)}: '${input.default}',`],
  );
}

function key(name: string): string {
  return /^\w+$/.test(name) ? name : `'${name}'`;
}

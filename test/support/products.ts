/**
 * Tables of the products that have a preset, with the columns their own migrations give them, as far as the presets read
 * them. That the presets read the real tables is shown by `checks/presets/`.
 */
export const PRODUCT_TABLES = {
  'label-studio': `
    CREATE TABLE task (id serial PRIMARY KEY, project_id integer, data jsonb NOT NULL, is_labeled boolean NOT NULL);
    CREATE TABLE prediction (id serial PRIMARY KEY, task_id integer, result jsonb, created_at timestamptz);
    CREATE TABLE task_completion (
      id serial PRIMARY KEY, task_id integer, result jsonb, was_cancelled boolean NOT NULL DEFAULT false, prediction jsonb,
      parent_prediction_id bigint, completed_by_id integer, created_at timestamptz DEFAULT now(),
      updated_at timestamptz DEFAULT now())`,
  doccano: `
    CREATE TABLE projects_project (
      id serial PRIMARY KEY, collaborative_annotation boolean NOT NULL, single_class_classification boolean NOT NULL);
    CREATE TABLE examples_example (id bigserial PRIMARY KEY, project_id integer, text text);
    CREATE TABLE examples_examplestate (
      id serial PRIMARY KEY, example_id bigint, confirmed_by_id integer, confirmed_at timestamptz DEFAULT now());
    CREATE TABLE label_types_categorytype (id serial PRIMARY KEY, text varchar(100), project_id integer);
    CREATE TABLE labels_category (
      id serial PRIMARY KEY, example_id bigint, label_id integer, user_id integer, updated_at timestamptz DEFAULT now());
    CREATE TABLE labels_textlabel (
      id serial PRIMARY KEY, example_id bigint, user_id integer, text text, updated_at timestamptz DEFAULT now())`,
  argilla: `
    CREATE TYPE response_status_enum AS ENUM ('draft', 'discarded', 'submitted');
    CREATE TYPE suggestion_type_enum AS ENUM ('model', 'human');
    CREATE TABLE workspaces (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar);
    CREATE TABLE datasets (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar, workspace_id uuid);
    CREATE TABLE questions (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), name varchar, settings json, dataset_id uuid);
    CREATE TABLE records (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), dataset_id uuid, fields json);
    CREATE TABLE responses (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), record_id uuid, user_id uuid DEFAULT gen_random_uuid(), "values" json,
      status response_status_enum, updated_at timestamp DEFAULT now());
    CREATE TABLE suggestions (
      id uuid PRIMARY KEY DEFAULT gen_random_uuid(), record_id uuid, question_id uuid, value json,
      type suggestion_type_enum)`,
  'open-webui': `
    CREATE TABLE feedback (
      id text PRIMARY KEY, user_id text, version bigint, type text, data json, meta json, snapshot json,
      created_at bigint, updated_at bigint)`,
} as const;

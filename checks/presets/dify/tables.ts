/** Tables of Dify, made by hand from its models, as far as the preset reads them. */
export const TABLES = `
  CREATE TABLE conversations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), app_id uuid NOT NULL, is_deleted boolean NOT NULL DEFAULT false);
  CREATE TABLE messages (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), app_id uuid NOT NULL, override_model_configs text,
    conversation_id uuid NOT NULL, query text NOT NULL, answer text NOT NULL, status varchar(255) NOT NULL DEFAULT 'normal',
    message_metadata text, invoke_from varchar(255), parent_message_id uuid,
    created_at timestamp NOT NULL DEFAULT clock_timestamp());
  CREATE TABLE message_feedbacks (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), app_id uuid NOT NULL, conversation_id uuid NOT NULL,
    message_id uuid NOT NULL, rating varchar(255) NOT NULL, content text, from_source varchar(255) NOT NULL,
    from_end_user_id uuid, from_account_id uuid, created_at timestamp NOT NULL DEFAULT clock_timestamp(),
    updated_at timestamp NOT NULL DEFAULT clock_timestamp());
  CREATE TABLE message_annotations (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), app_id uuid NOT NULL, conversation_id uuid REFERENCES conversations (id),
    message_id uuid, question text, content text NOT NULL, hit_count integer NOT NULL DEFAULT 0, account_id uuid NOT NULL,
    created_at timestamp NOT NULL DEFAULT clock_timestamp(), updated_at timestamp NOT NULL DEFAULT clock_timestamp());
  CREATE TABLE message_files (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), message_id uuid NOT NULL);
  CREATE TABLE message_agent_thoughts (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(), message_id uuid NOT NULL, position integer NOT NULL, tool text);
  CREATE TABLE app_annotation_hit_histories (id uuid PRIMARY KEY DEFAULT gen_random_uuid(), message_id uuid NOT NULL)`;

/**
 * Tables of both data layers of Chainlit, as far as its code writes them and the preset reads them: those of its
 * documentation of SQLAlchemyDataLayer, and those of the Prisma schema of its own data layer.
 */
export const TABLES = {
  sqlalchemy: `
    CREATE TABLE users (id uuid PRIMARY KEY, identifier text NOT NULL UNIQUE, metadata jsonb NOT NULL, "createdAt" text);
    CREATE TABLE threads (
      id uuid PRIMARY KEY, "createdAt" text, name text, "userId" uuid REFERENCES users (id), "userIdentifier" text,
      tags text[], metadata jsonb);
    CREATE TABLE steps (
      id uuid PRIMARY KEY, name text NOT NULL, type text NOT NULL, "threadId" uuid NOT NULL REFERENCES threads (id),
      "parentId" uuid, streaming boolean NOT NULL, "waitForAnswer" boolean, "isError" boolean, metadata jsonb, tags text[],
      input text, output text, "createdAt" text, command text, start text, "end" text, generation jsonb,
      "showInput" text, language text, indent integer, "defaultOpen" boolean, modes jsonb, "autoCollapse" boolean,
      icon text);
    CREATE TABLE elements (
      id uuid PRIMARY KEY, "threadId" uuid, type text, url text, "chainlitKey" text, name text NOT NULL, display text,
      "objectKey" text, size text, page integer, language text, "forId" uuid, mime text, props jsonb);
    CREATE TABLE feedbacks (
      id uuid PRIMARY KEY, "forId" uuid NOT NULL, "threadId" uuid NOT NULL, value integer NOT NULL, comment text)`,
  chainlit: `
    CREATE TYPE "StepType" AS ENUM ('assistant_message', 'embedding', 'llm', 'retrieval', 'rerank', 'run',
      'system_message', 'tool', 'undefined', 'user_message');
    CREATE TABLE "User" (
      id text PRIMARY KEY, "createdAt" timestamp(3) NOT NULL DEFAULT now(), "updatedAt" timestamp(3) NOT NULL DEFAULT now(),
      metadata jsonb NOT NULL, identifier text NOT NULL UNIQUE);
    CREATE TABLE "Thread" (
      id text PRIMARY KEY, "createdAt" timestamp(3) NOT NULL DEFAULT now(), "updatedAt" timestamp(3) NOT NULL DEFAULT now(),
      "deletedAt" timestamp(3), name text, metadata jsonb NOT NULL, "userId" text REFERENCES "User" (id), tags text[]);
    CREATE TABLE "Step" (
      id text PRIMARY KEY, "createdAt" timestamp(3) NOT NULL DEFAULT now(), "updatedAt" timestamp(3) NOT NULL DEFAULT now(),
      "parentId" text REFERENCES "Step" (id), "threadId" text REFERENCES "Thread" (id), input text, metadata jsonb NOT NULL,
      name text, output text, type "StepType" NOT NULL, "showInput" text, "isError" boolean DEFAULT false,
      "startTime" timestamp(3) NOT NULL, "endTime" timestamp(3) NOT NULL);
    CREATE TABLE "Element" (
      id text PRIMARY KEY, "threadId" text, "stepId" text NOT NULL REFERENCES "Step" (id), metadata jsonb NOT NULL,
      name text NOT NULL);
    CREATE TABLE "Feedback" (
      id text PRIMARY KEY, "createdAt" timestamp(3) NOT NULL DEFAULT now(), "updatedAt" timestamp(3) NOT NULL DEFAULT now(),
      "stepId" text REFERENCES "Step" (id) ON DELETE SET NULL, name text NOT NULL, value float8 NOT NULL, comment text)`,
} as const;

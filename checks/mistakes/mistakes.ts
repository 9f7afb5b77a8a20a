import type { BundleRun } from '../../test/support/run-bundle.ts';
import { type MistakeScene, READ_TOKEN, SPACE, startStrangePooler } from './scene.ts';

/** A mistake a newcomer makes. */
export interface Mistake {
  readonly name: string;
  /** Runs the bundle that is to tell it. */
  readonly make: (scene: MistakeScene) => Promise<BundleRun>;
  /** What the message says: what is wrong, and the fix by its name. */
  readonly says: readonly string[];
  /** False where the action can go on: it warns, and what is right is done. */
  readonly fails: boolean;
}

export const MISTAKES: readonly Mistake[] = [
  {
    name: 'a secret whose name is misspelt, and so empty',
    make: (scene) => scene.prepare({ 'postgres-url': '', 'hf-token': '' }),
    says: [
      'postgres-url is missing',
      'hf-token is missing',
      'If the name of a secret is misspelt, its value is empty',
    ],
    fails: true,
  },
  {
    name: 'a typo in the repo',
    make: (scene) => scene.prepare({ 'urgency-dataset': 'owner/urgencey' }),
    says: ['similar-repo', 'Correct the name of the repo'],
    fails: true,
  },
  {
    name: 'tables in another schema',
    make: async (scene) => {
      await scene.data.database.query('CREATE SCHEMA app; GRANT USAGE ON SCHEMA app TO public');
      for (const table of ['complaints', 'misclassified_complaints']) {
        await scene.data.database.query(`ALTER TABLE ${table} SET SCHEMA app`);
      }
      return scene.prepare();
    },
    says: ['does not exist in database', 'search_path=<schema>', 'postgres-url'],
    fails: true,
  },
  {
    name: 'the plain user before a pooler',
    make: async (scene) => {
      const pooler = await startStrangePooler();
      const url = `postgresql://postgres:secret@127.0.0.1:${pooler.port}/postgres?sslmode=disable`;
      return scene.prepare({ 'postgres-url': url }).finally(() => pooler.close());
    },
    says: ['<user>.<project-ref>', 'postgres-url'],
    fails: true,
  },
  {
    name: 'no sslmode',
    make: (scene) => scene.prepare({ 'postgres-url': scene.url({ host: '0.0.0.0' }), 'dry-run': 'true' }),
    says: ['is not encrypted', 'sslmode='],
    fails: false,
  },
  {
    name: 'a minimum that is too high',
    make: (scene) => scene.prepare({ 'min-dataset-len': '1000' }),
    says: ['Only 400 rows are usable', 'min-dataset-len is 1,000', 'lower min-dataset-len'],
    fails: false,
  },
  {
    name: 'a repo that is public',
    make: async (scene) => {
      scene.data.hub.repo('owner/urgency').isPrivate = false;
      return scene.prepare();
    },
    says: ['owner/urgency', 'public', 'private: false'],
    fails: true,
  },
  {
    name: 'labels in lower case',
    make: async (scene) => {
      await scene.data.database.query(
        'UPDATE misclassified_complaints SET correct_urgency = lower(correct_urgency)',
      );
      return scene.prepare();
    },
    says: ['“normal”', 'did you mean “NORMAL”', 'max-unknown-classes'],
    fails: true,
  },
  {
    name: 'a Space that is none',
    make: (scene) => scene.trigger(`urgency: ${SPACE}s`),
    says: [`does not find the Space ${SPACE}s`, 'Check the name'],
    fails: true,
  },
  {
    name: 'a token that may only read',
    make: (scene) => scene.prepare({ 'hf-token': READ_TOKEN }),
    says: ['hf-token', 'write access'],
    fails: true,
  },
  {
    name: 'a typo in a target',
    make: (scene) => scene.trigger(`urgncy: ${SPACE}`),
    says: ['"urgncy"', 'did you mean urgency?'],
    fails: true,
  },
  {
    name: 'the name of the dashboard’s workflow',
    make: async (scene) => {
      await scene.prepare();
      scene.data.hub.clearRequests();
      return scene.dashboard('retrian.yml');
    },
    says: ['retrian.yml', '.github/workflows', 'workflow'],
    fails: false,
  },
];

import type { HubRoute } from '../serve.ts';
import { commitRoutes } from './commits.ts';
import { fileRoutes } from './files.ts';
import { lfsRoutes } from './lfs.ts';
import { refRoutes } from './refs.ts';
import { repoRoutes } from './repos.ts';

const SHARED = [...repoRoutes, ...commitRoutes, ...refRoutes, ...fileRoutes, ...lfsRoutes];

/** The calls for models: those for datasets, but that nothing stands before the name of a model outside of the API. */
export const modelRoutes: readonly HubRoute[] = SHARED.filter(({ pattern }) =>
  pattern.includes('/datasets/'),
).map((route) => ({
  ...route,
  pattern: route.pattern.replace(/^\/api\/datasets\//, '/api/models/').replace(/^\/datasets\//, '/'),
}));

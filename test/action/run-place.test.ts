import { expect, test } from '@jest/globals';
import { readRunPlace } from '../../src/action/run-place.ts';

test.each([
  [
    'GitHub Actions',
    { GITHUB_REPOSITORY: 'owner/app', GITHUB_RUN_ID: '7', GITHUB_WORKFLOW: 'Retrain' },
    {
      repository: 'owner/app',
      runId: '7',
      workflow: 'Retrain',
      url: 'https://github.com/owner/app/actions/runs/7',
    },
  ],
  [
    'GitLab CI',
    {
      CI_PROJECT_PATH: 'group/app',
      CI_JOB_ID: '9',
      CI_JOB_NAME: 'prepare',
      CI_JOB_URL: 'https://gitlab.example/group/app/-/jobs/9',
    },
    {
      repository: 'group/app',
      runId: '9',
      workflow: 'prepare',
      url: 'https://gitlab.example/group/app/-/jobs/9',
    },
  ],
  ["a person's machine", {}, { repository: '', runId: '', workflow: '', url: '' }],
])('readRunPlace reads where a run of %s can be looked at', (_, environment, place) => {
  expect(readRunPlace(environment)).toEqual(place);
});

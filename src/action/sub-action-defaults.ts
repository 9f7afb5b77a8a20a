/** Defaults of the inputs of the sub-actions; written by `npm run docs` from their action.yml. */
export const SUB_ACTION_DEFAULTS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'pause-space': {
    'hub-endpoint': 'https://huggingface.co',
    wait: 'true',
    'dry-run': 'false',
  },
  'restart-space': {
    'hub-endpoint': 'https://huggingface.co',
    'factory-reboot': 'false',
    'timeout-minutes': '30',
    'dry-run': 'false',
  },
  'trigger-retraining': {
    'hub-endpoint': 'https://huggingface.co',
    'timeout-minutes': '60',
    force: 'false',
    'dry-run': 'false',
  },
  dashboard: {
    'hub-endpoint': 'https://huggingface.co',
    path: 'dashboard/index.html',
  },
};

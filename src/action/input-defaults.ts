/** Defaults of the inputs of each action; written by `npm run docs` from its action.yml. */
export const INPUT_DEFAULTS = {
  'prepare-dataset': {
    'min-dataset-len': '1000',
    'correct-ratio': '0.5',
    'random-state': '42',
    split: '80/10/10',
    'split-method': 'stable',
    'hub-endpoint': 'https://huggingface.co',
    private: 'true',
    'memory-limit': '50%',
    'dry-run': 'false',
    'wandb-project-name': 'prepare-dataset',
    'wandb-base-url': 'https://api.wandb.ai',
  },
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
  check: {
    'split-method': 'stable',
  },
  'promote-model': {
    alpha: '0.05',
    'min-gain': '0',
    'max-class-drop': '0.1',
    'timeout-minutes': '30',
    rollback: 'false',
    'dry-run': 'false',
    'wandb-project-name': 'prepare-dataset',
    'wandb-base-url': 'https://api.wandb.ai',
    'hub-endpoint': 'https://huggingface.co',
  },
  'prune-versions': {
    erase: 'false',
    force: 'false',
    receipt: 'prune-receipt.json',
    'hub-endpoint': 'https://huggingface.co',
    'dry-run': 'true',
  },
} as const;

export type ActionName = keyof typeof INPUT_DEFAULTS;

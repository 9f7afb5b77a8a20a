/** Defaults of the inputs; written by `npm run docs` from action.yml. */
export const INPUT_DEFAULTS: Readonly<Record<string, string>> = {
  'min-dataset-len': '1000',
  'correct-ratio': '0.5',
  'random-state': '42',
  split: '80/10/10',
  'split-method': 'stable',
  'hub-endpoint': 'https://huggingface.co',
  private: 'true',
  'dry-run': 'false',
  'wandb-project-name': 'prepare-dataset',
  'wandb-base-url': 'https://api.wandb.ai',
};

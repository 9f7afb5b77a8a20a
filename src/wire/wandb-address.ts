/** Returns where inputs have runs tracked on W&B. */
export function wandbAddress(
  texts: Readonly<Record<'wandb-project-name' | 'wandb-entity' | 'wandb-base-url', string>>,
): { readonly project: string; readonly entity: string | null; readonly baseUrl: string } {
  return {
    project: texts['wandb-project-name'],
    entity: texts['wandb-entity'] || null,
    baseUrl: texts['wandb-base-url'].replace(/\/+$/, ''),
  };
}

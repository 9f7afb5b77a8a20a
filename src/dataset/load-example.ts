/** Python that loads one version of a dataset, as a fenced Markdown code block. */
export function loadExample(repo: string, tag: string, endpoint: string): string {
  const environment = endpoint === 'https://huggingface.co' ? '' : `# with HF_ENDPOINT=${endpoint}\n`;
  return `\`\`\`python\nfrom datasets import load_dataset\n\n${environment}dataset = load_dataset("${repo}", revision="${tag}")\n\`\`\``;
}

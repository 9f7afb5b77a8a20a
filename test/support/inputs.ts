/** The environment of a step with inputs, as the runner makes it. */
export function environmentOf(
  inputs: Readonly<Record<string, string>>,
  variables: NodeJS.ProcessEnv = {},
): NodeJS.ProcessEnv {
  const entries = Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]);
  return { ...variables, ...Object.fromEntries(entries) };
}

import type { Surroundings } from '../model/surroundings.ts';
import { type ActionName, INPUT_DEFAULTS } from './input-defaults.ts';
import { InputProblems } from './input-error.ts';
import { maskSecrets } from './mask-secrets.ts';

/** What an input of an action is. Its default is in `action.yml`. */
export interface InputSpec {
  /** Makes a value of its text. @throws Error that says, after the input's name, why there is none */
  readonly parse: (text: string, environment: NodeJS.ProcessEnv) => unknown;
  /** Environment variable that takes the place of an input that is empty, or left at its default. */
  readonly variable?: string;
  /** True for one that is masked in every log, whether or not it can be used. */
  readonly isSecret?: boolean;
  /** True for one that says what a run was asked to do, and that may be shown. */
  readonly isSetting?: boolean;
}

/** The inputs of an action by their names, in the order of its `action.yml`. */
export interface ActionSpec {
  readonly action: ActionName;
  readonly inputs: Readonly<Record<string, InputSpec>>;
}

type CamelCase<S extends string> = S extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : S;

/** Values of an action's inputs, by their names in camel case. */
export type InputValues<S extends ActionSpec> = {
  readonly [Name in keyof S['inputs'] & string as CamelCase<Name>]: ReturnType<S['inputs'][Name]['parse']>;
};

/** What the inputs of an action came to. */
export interface InputReading<S extends ActionSpec> {
  /** Each input as text, by its name: as it was given, or its variable, or its default. */
  readonly texts: Readonly<Record<keyof S['inputs'] & string, string>>;
  /** Names of the inputs that the step gives itself. */
  readonly given: ReadonlySet<string>;
  /** Values of the inputs that can be used. */
  readonly values: Partial<InputValues<S>>;
  /** What is wrong with the others. */
  readonly problems: InputProblems;
  /** Texts that are masked now, for what no runner masks. */
  readonly secrets: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly surroundings: Surroundings;
}

/**
 * Reads the inputs of an action as the runner passes them, once: masks the secrets among them before anything is made
 * of any, then parses each. Never throws for what is wrong with an input.
 *
 * @param surroundings what masks the secrets, and what the run reports to
 * @param environment of the step, with the inputs as `INPUT_*`
 */
export function readInputs<const S extends ActionSpec>(
  surroundings: Surroundings,
  { action, inputs }: S,
  environment: NodeJS.ProcessEnv = process.env,
): InputReading<S> {
  const defaults: Readonly<Record<string, string>> = INPUT_DEFAULTS[action];
  const givenText = (name: string) => environment[`INPUT_${name.toUpperCase()}`]?.trim() ?? '';
  const entries = Object.entries(inputs).map(([name, spec]) => {
    const given = givenText(name);
    const standard = defaults[name] ?? '';
    const fallback = spec.variable === undefined ? '' : (environment[spec.variable]?.trim() ?? '');
    const isLeft = given === '' || given === standard;
    return { name, spec, text: isLeft ? fallback || standard : given };
  });
  const secrets = maskSecrets(
    surroundings,
    entries.filter(({ spec, text }) => spec.isSecret && text !== '').map(({ text }) => text),
  );
  const problems = new InputProblems();
  const values = entries.flatMap(({ name, spec, text }) => {
    try {
      return [[camelCase(name), spec.parse(text, environment)]];
    } catch (error) {
      problems.addError(name, error);
      return [];
    }
  });
  return {
    texts: Object.fromEntries(entries.map(({ name, text }) => [name, text])) as InputReading<S>['texts'],
    given: new Set(Object.keys(inputs).filter((name) => givenText(name) !== '')),
    values: Object.fromEntries(values),
    problems,
    secrets,
    environment,
    surroundings,
  };
}

/**
 * The values of inputs that can all be used.
 *
 * @throws InputError that names every problem kept
 */
export function usableValues<S extends ActionSpec>({ values, problems }: InputReading<S>): InputValues<S> {
  problems.check();
  return values as unknown as InputValues<S>;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

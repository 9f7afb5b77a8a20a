import type { Surroundings } from '../model/surroundings.ts';
import { type ActionName, INPUT_DEFAULTS } from './input-defaults.ts';
import { InputProblems } from './input-error.ts';
import { maskSecrets } from './mask-secrets.ts';

/** Describes an input of an action. Its default is in `action.yml`. */
export interface InputSpec {
  /** Converts the text of the input. @throws Error that starts with what follows the input's name */
  readonly parse: (text: string, environment: NodeJS.ProcessEnv) => unknown;
  /** Environment variable that is read if the input is empty or has its default. */
  readonly variable?: string;
  /** True if the value is masked in every log, whether it can be used or not. */
  readonly isSecret?: boolean;
  /** True if the value may be shown and describes what the run does. */
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

/** Inputs of an action after they were read. */
export interface InputReading<S extends ActionSpec> {
  /** Text of each input by its name: as given, or of its variable, or its default. */
  readonly texts: Readonly<Record<keyof S['inputs'] & string, string>>;
  /** Names of the inputs that the step sets. */
  readonly given: ReadonlySet<string>;
  /** Values of the inputs that can be used. */
  readonly values: Partial<InputValues<S>>;
  /** Problems of the other inputs. */
  readonly problems: InputProblems;
  /** All texts that are masked now, for outputs that no runner masks. */
  readonly secrets: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  readonly surroundings: Surroundings;
}

/**
 * Reads the inputs of an action once. Masks the secrets first, then parses each input. Does not throw for an unusable
 * input.
 *
 * @param surroundings what masks the secrets, and where the run reports
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
 * Returns the values of inputs, all of which can be used.
 *
 * @throws InputError that lists every problem
 */
export function usableValues<S extends ActionSpec>({ values, problems }: InputReading<S>): InputValues<S> {
  problems.check();
  return values as unknown as InputValues<S>;
}

function camelCase(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

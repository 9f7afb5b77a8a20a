import type { Statement } from '../model/definition.ts';

/**
 * Description of a value of the file. A description is data: the reader checks a file by it, and config.schema.json is
 * generated from it.
 */
export type Description = Scalar | StatementText | List | WordOrList | Named | Mapping | Cases;

/** A value that is one word, text or number. */
export type Scalar = Text | Choice | Amount | Flag | Constant;

export interface Text {
  readonly kind: 'text';
  /** Pattern with the flag `u` that the text must match. */
  readonly pattern: RegExp;
  readonly longest?: number;
  /** The form of the text, in words that follow "must be". */
  readonly rule: string;
  /** Returns the probable correction of a text that cannot be used; null if no known text is near. */
  readonly suggest?: (text: string) => string | null;
}

export interface Choice<T extends string = string> {
  readonly kind: 'choice';
  readonly values: readonly T[];
  /** The form of the value, in words that follow "must be", for choices with too many values to list. */
  readonly rule?: string;
  /** Other names of the same value, in lower case, and the one of {@link values} that each means. */
  readonly synonyms?: Readonly<Record<string, T>>;
  /** Why the value is not one of those that other tasks allow. */
  readonly reason?: string;
}

export interface Amount {
  readonly kind: 'number';
  readonly least: number;
  readonly most: number;
  readonly isWhole: boolean;
}

interface Flag {
  readonly kind: 'flag';
}

interface Constant {
  readonly kind: 'constant';
  readonly value: number;
}

/** SQL, or a mapping that names its file. */
interface StatementText {
  readonly kind: 'statement';
}

/** Texts, each of which occurs once. */
export interface List {
  readonly kind: 'list';
  readonly of: Text;
  /** Name of one item, such as `class`. */
  readonly item: string;
  readonly least: number;
  /** Why there may not be fewer. */
  readonly reason: string;
  readonly most: number;
}

/** One of some words, or a list. */
export interface WordOrList {
  readonly kind: 'wordOrList';
  readonly word: Choice;
  readonly list: List;
}

/** Values under names that the user gives. */
export interface Named<D extends Description = Description> {
  readonly kind: 'named';
  readonly names: Text;
  readonly of: D;
  /** Name of one item, such as `dataset`. */
  readonly item: string;
}

/** A key of a mapping. */
export interface Field<D extends Description = Description> {
  readonly is: D;
  /** Meaning of the key, shown in editors and in the message about a missing key. */
  readonly about: string;
  readonly isRequired?: true;
}

export type Fields = Readonly<Record<string, Field | undefined>>;

/** Values under keys that are known. */
export interface Mapping<F extends Fields = Fields> {
  readonly kind: 'mapping';
  readonly fields: F;
  /** What is meant by each word that people write in its place. */
  readonly meant?: Readonly<Record<string, string>>;
}

/** A mapping whose keys depend on the value of one of them. */
export interface Cases<M extends Mapping = Mapping, N extends Mapping | null = Mapping | null> {
  readonly kind: 'cases';
  /** The key that decides; each case has it among its fields. */
  readonly by: string;
  readonly choices: readonly string[];
  /** Other names of the same case, in lower case, and the one of {@link choices} that each means. */
  readonly synonyms?: Readonly<Record<string, string>>;
  readonly of: (choice: string) => M;
  /** Description of the mapping without that key; null if the key is required. */
  readonly without: N;
}

/** Type that reading a value returns; a part that cannot be used is undefined, and its problem is reported. */
export type Value<D extends Description> = D extends Text
  ? string
  : D extends Choice<infer T>
    ? T
    : D extends Amount | Constant
      ? number
      : D extends Flag
        ? boolean
        : D extends StatementText
          ? Statement
          : D extends List
            ? readonly string[]
            : D extends WordOrList
              ? string | readonly string[]
              : D extends Named<infer Of>
                ? ReadonlyMap<string, Value<Of>>
                : D extends Mapping<infer F>
                  ? { readonly [K in keyof F]?: Value<NonNullable<F[K]>['is']> }
                  : D extends Cases<infer M, infer N>
                    ? Value<M> | (N extends Mapping ? Value<N> : never)
                    : never;

import type { Statement } from '../model/definition.ts';

/**
 * What a value of the file may be. A description is data: the reader checks a file by it, and config.schema.json is
 * written from it.
 */
export type Description = Scalar | StatementText | List | WordOrList | Named | Mapping | Cases;

/** A value that is one word, text or number. */
export type Scalar = Text | Choice | Amount | Flag | Constant;

export interface Text {
  readonly kind: 'text';
  /** What it matches, with the flag `u`. */
  readonly pattern: RegExp;
  readonly longest?: number;
  /** What it looks like, after "must be". */
  readonly rule: string;
  /** Returns the text that was probably meant by one that cannot be used, null when none is near. */
  readonly suggest?: (text: string) => string | null;
}

export interface Choice<T extends string = string> {
  readonly kind: 'choice';
  readonly values: readonly T[];
  /** What it looks like, after "must be", where the values are too many to be listed. */
  readonly rule?: string;
  /** What others call the same, in small letters, and which of {@link values} it is. */
  readonly synonyms?: Readonly<Record<string, T>>;
  /** Why it is none of those that others may be. */
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

/** SQL, or a mapping that names the file it stands in. */
interface StatementText {
  readonly kind: 'statement';
}

/** Texts of which none occurs twice. */
export interface List {
  readonly kind: 'list';
  readonly of: Text;
  /** What one of them is called. */
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
  /** What one of them is called. */
  readonly item: string;
}

/** A key of a mapping. */
export interface Field<D extends Description = Description> {
  readonly is: D;
  /** What it says, for editors, and for whoever left it out. */
  readonly about: string;
  readonly isRequired?: true;
}

export type Fields = Readonly<Record<string, Field | undefined>>;

/** Values under keys that are known. */
export interface Mapping<F extends Fields = Fields> {
  readonly kind: 'mapping';
  readonly fields: F;
}

/** A mapping whose keys depend on the value of one of them. */
export interface Cases<M extends Mapping = Mapping, N extends Mapping | null = Mapping | null> {
  readonly kind: 'cases';
  /** The key that decides; each case has it among its fields. */
  readonly by: string;
  readonly choices: readonly string[];
  /** What others call the same, in small letters, and which of {@link choices} it is. */
  readonly synonyms?: Readonly<Record<string, string>>;
  readonly of: (choice: string) => M;
  /** What it is without that key; null when the key is needed. */
  readonly without: N;
}

/** What reading a value gives; a part that cannot be used is undefined, and its problem kept. */
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

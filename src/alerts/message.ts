/** What an alert says, before it is written as text, Markdown or HTML. All of it is plain text on one line. */
export interface Message {
  /** What happened, without the repository: the subject of a mail, the title of an issue. */
  readonly title: string;
  readonly blocks: readonly Block[];
}

export type Block =
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      /** Numbers stand to the right. */
      readonly rows: readonly (readonly (string | number)[])[];
    }
  | { readonly kind: 'link'; readonly text: string; readonly url: string };

/** What a text for a person is about. */
export interface About {
  readonly title?: string;
  /** Where in the workspace it is about: the path of a file, and line and column from 1. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

/** Where a program runs, and what it reports to: a step of GitHub Actions, or a command in a terminal. */
export interface Surroundings {
  /** Writes a line to the log. */
  readonly info: (text: string) => void;
  /** Writes a line for who looks for a defect. */
  readonly debug: (text: string) => void;
  /** Shows how far work is that goes on; what replaces it may be the next text. */
  readonly progress: (text: string) => void;
  /** Shows a person what they should know. */
  readonly notice: (text: string, about?: About) => void;
  /** Shows a person what they should look at. */
  readonly warning: (text: string, about?: About) => void;
  /** Shows a person what went wrong. */
  readonly error: (text: string, about?: About) => void;
  /** Begins a part of the log, which may be folded. */
  readonly startGroup: (name: string) => void;
  readonly endGroup: () => void;
  /** Has a text hidden from now on, wherever it would be shown. */
  readonly mask: (secret: string) => void;
  /** Sets a result for what comes after the program. @throws Error that says why it cannot be set */
  readonly output: (name: string, value: string) => void;
  /** Adds to the summary, in Markdown. Never throws. */
  readonly summary: (markdown: string) => Promise<void>;
  /** Reports why the program fails, and sets its exit code. @param error what the text describes */
  readonly fail: (text: string, error: unknown) => void;
}

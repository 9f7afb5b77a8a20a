/** A message of Open WebUI's chat tree, as far as a rating's snapshot is read. */
export interface Message {
  readonly id: string;
  readonly parentId: string | null;
  readonly childrenIds: readonly string[];
  readonly role: string;
  readonly content: unknown;
  readonly [field: string]: unknown;
}

/** A message of a published conversation. */
export interface Turn {
  readonly role: string;
  readonly content: unknown;
}

/** A chat that is built message by message. */
export class Chat {
  readonly id: string;
  readonly #messages: Message[] = [];

  constructor(id: string) {
    this.id = id;
  }

  /**
   * Adds an answer or a question below a message, or below none, and returns its id.
   *
   * @param more further fields of the message, such as `files`
   */
  add(role: string, content: unknown, parentId: string | null = null, more: object = {}): string {
    const id = `${this.id}-${this.#messages.length}`;
    this.#messages.push({ id, parentId, childrenIds: [], role, content, ...more });
    return id;
  }

  /** Adds a question and then an answer to it for each content; returns the ids of the answers. */
  exchange(question: string, answers: readonly unknown[], parentId: string | null = null): string[] {
    const asked = this.add('user', question, parentId);
    return answers.map((answer) => this.add('assistant', answer, asked));
  }

  /** Says where a message that is already there hangs. */
  move(id: string, parentId: string): void {
    const index = this.#messages.findIndex((message) => message.id === id);
    this.#messages[index] = { ...this.#messages[index], parentId };
  }

  /** The form Open WebUI's page sends when a thumb below a message is clicked. */
  rate(messageId: string, rating: unknown, arena?: boolean) {
    const messages = this.#messages.map((message) => {
      const childrenIds = this.#messages
        .filter(({ parentId }) => parentId === message.id)
        .map(({ id }) => id);
      return [message.id, { ...message, childrenIds }];
    });
    const history = { messages: Object.fromEntries(messages), currentId: messageId };
    return {
      type: 'rating',
      data: { rating, model_id: 'model', reason: null, tags: [] },
      meta: { arena, model_id: 'model', message_id: messageId, message_index: 2, chat_id: this.id },
      snapshot: {
        chat: { id: this.id, title: 'A chat', chat: { title: 'A chat', models: ['model'], history } },
      },
    };
  }
}

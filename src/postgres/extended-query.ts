import type { Client, Submittable, Connection as Wire } from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';

/** A column of a statement's rows as the server describes it. */
export interface WireColumn {
  readonly name: string;
  /** Its type's OID. */
  readonly dataTypeID: number;
}

/** What the server says of a statement it has not run. */
export interface WireDescription {
  /** Columns of its rows; null when it gives none. */
  readonly columns: readonly WireColumn[] | null;
  /** Number of parameters it has. */
  readonly parameters: number;
}

// The extended query protocol takes one statement and no more, whatever the text holds:
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY

/** Has the server parse and describe a statement, which runs nothing. Rejects with the server's error. */
export function describeStatement(client: Client, text: string): Promise<WireDescription> {
  return new Promise((resolve, reject) => {
    client.query(new Description(text, resolve, reject));
  });
}

class Description implements Submittable {
  readonly #text: string;
  readonly #resolve: (description: WireDescription) => void;
  readonly #reject: (error: Error) => void;
  #columns: readonly WireColumn[] | null = null;
  #parameters = 0;

  constructor(text: string, resolve: (description: WireDescription) => void, reject: (error: Error) => void) {
    this.#text = text;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(wire: Wire): void {
    wire.once('parameterDescription', ({ parameterCount }: { parameterCount: number }) => {
      this.#parameters = parameterCount;
    });
    wire.parse({ name: '', text: this.#text, types: [] }, true);
    wire.describe({ type: 'S' }, true);
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: readonly WireColumn[] }): void {
    this.#columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
  }

  handleError(error: Error): void {
    this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#resolve({ columns: this.#columns, parameters: this.#parameters });
  }
}

/** The stream with what node-postgres calls when the server reports an error. */
type CopyQuery = CopyToStreamQuery & { handleError(error: Error, wire: Wire): void };

/** Makes a COPY … TO STDOUT that goes by the extended query protocol; `client.query` starts it. */
export function extendedCopy(text: string): CopyToStreamQuery {
  const copy = copyTo(text) as CopyQuery;
  const takeOver = copy.submit.bind(copy);
  const fail = copy.handleError.bind(copy);
  let isSynced = false;
  copy.submit = (wire: Wire) => {
    const execute = () => {
      isSynced = true;
      wire.execute({ portal: '', rows: '0' }, true);
      wire.sync();
    };
    // The stream takes the socket over when the first messages are answered: it knows only the answers to a COPY.
    wire.once('bindComplete', () => {
      if (!isSynced) takeOver(Object.assign(Object.create(wire), { query: execute }));
    });
    wire.parse({ name: '', text, types: [] }, true);
    wire.bind({ portal: '', statement: '', values: [], binary: '' }, true);
    wire.flush();
  };
  copy.handleError = (error: Error, wire: Wire) => {
    // Until it is told where the next statement begins, the server ignores everything after an error.
    if (!isSynced) {
      isSynced = true;
      wire.sync();
    }
    fail(error, wire);
  };
  return copy;
}

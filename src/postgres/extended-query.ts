import { type Client, DatabaseError, type Submittable, type Connection as Wire } from 'pg';
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

/** What the server says of statements, up to the first one it refuses. */
export interface WireDescriptions {
  readonly descriptions: readonly WireDescription[];
  /** Why it refuses the next one; null when it describes them all. */
  readonly error: DatabaseError | null;
}

// The extended query protocol takes one statement and no more, whatever the text holds:
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY

/** Has the server parse and describe statements in one round trip, which runs nothing. Rejects when the session ends. */
export function describeStatements(client: Client, texts: readonly string[]): Promise<WireDescriptions> {
  return new Promise((resolve, reject) => {
    client.query(new Description(texts, resolve, reject));
  });
}

class Description implements Submittable {
  readonly #texts: readonly string[];
  readonly #resolve: (described: WireDescriptions) => void;
  readonly #reject: (error: Error) => void;
  readonly #descriptions: WireDescription[] = [];
  #parameters = 0;
  #wire: Wire | undefined;

  constructor(
    texts: readonly string[],
    resolve: (described: WireDescriptions) => void,
    reject: (error: Error) => void,
  ) {
    this.#texts = texts;
    this.#resolve = resolve;
    this.#reject = reject;
  }

  submit(wire: Wire): void {
    this.#wire = wire;
    wire.on('parameterDescription', this.#takeParameters);
    wire.on('noData', this.#takeNoData);
    for (const text of this.#texts) {
      wire.parse({ name: '', text, types: [] }, true);
      wire.describe({ type: 'S' }, true);
    }
    wire.sync();
  }

  handleRowDescription({ fields }: { fields: readonly WireColumn[] }): void {
    const columns = fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
    this.#descriptions.push({ columns, parameters: this.#parameters });
  }

  handleError(error: Error): void {
    this.#end();
    if (error instanceof DatabaseError) this.#resolve({ descriptions: this.#descriptions, error });
    else this.#reject(error);
  }

  handleReadyForQuery(): void {
    this.#end();
    this.#resolve({ descriptions: this.#descriptions, error: null });
  }

  #end(): void {
    this.#wire?.off('parameterDescription', this.#takeParameters).off('noData', this.#takeNoData);
  }

  readonly #takeParameters = ({ parameterCount }: { parameterCount: number }) => {
    this.#parameters = parameterCount;
  };

  readonly #takeNoData = () => {
    this.#descriptions.push({ columns: null, parameters: this.#parameters });
  };
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

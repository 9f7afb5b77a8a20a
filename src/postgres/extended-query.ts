import { type Client, DatabaseError, type Submittable, type Connection as Wire } from 'pg';
import { type CopyToStreamQuery, to as copyTo } from 'pg-copy-streams';

/** A column of a statement's rows in the server's description. */
export interface WireColumn {
  readonly name: string;
  /** Its type's OID. */
  readonly dataTypeID: number;
}

/** A statement, and those that run before it, none of which gives a row. */
export interface PreparedText {
  readonly before: readonly string[];
  readonly text: string;
}

/** The server's description of a statement that it has not run. */
export interface WireDescription {
  /** Columns of its rows; null if it gives none. */
  readonly columns: readonly WireColumn[] | null;
  /** Number of parameters it has. */
  readonly parameters: number;
}

/** The server's description of statements, up to the first one it refuses. */
interface WireDescriptions {
  readonly descriptions: readonly WireDescription[];
  /** Why it refuses the next one; null if it describes them all. */
  readonly error: DatabaseError | null;
}

// The extended query protocol takes exactly one statement, whatever the text contains:
// https://www.postgresql.org/docs/current/protocol-flow.html#PROTOCOL-FLOW-EXT-QUERY

/**
 * Has the server parse and describe statements in one round trip, which runs only the statements before them. Rejects
 * if the session ends.
 */
export function describeStatements(
  client: Client,
  texts: readonly PreparedText[],
): Promise<WireDescriptions> {
  return new Promise((resolve, reject) => {
    client.query(new Description(texts, resolve, reject));
  });
}

class Description implements Submittable {
  readonly #texts: readonly PreparedText[];
  readonly #resolve: (described: WireDescriptions) => void;
  readonly #reject: (error: Error) => void;
  readonly #descriptions: WireDescription[] = [];
  #parameters = 0;
  #wire: Wire | undefined;

  constructor(
    texts: readonly PreparedText[],
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
    for (const { before, text } of this.#texts) {
      for (const statement of before) run(wire, statement);
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

  handleCommandComplete(): void {
    // About a statement that runs before the described one.
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

/** The stream with the method that node-postgres calls when the server reports an error. */
type CopyQuery = CopyToStreamQuery & { handleError(error: Error, wire: Wire): void };

/** Runs a statement, whose answer comes when the server is next made to send its answers. */
function run(wire: Wire, text: string): void {
  wire.parse({ name: '', text, types: [] }, true);
  wire.bind({ portal: '', statement: '', values: [], binary: '' }, true);
  wire.execute({ portal: '', rows: '0' }, true);
}

/**
 * Creates a COPY … TO STDOUT by the extended query protocol, together with the statements before it, which costs no
 * further round trip; `client.query` starts it.
 */
export function extendedCopy({ before, text }: PreparedText): CopyToStreamQuery {
  const copy = copyTo(text) as CopyQuery;
  const takeOver = copy.submit.bind(copy);
  const fail = copy.handleError.bind(copy);
  let isSynced = false;
  let bound = 0;
  copy.submit = (wire: Wire) => {
    const execute = () => {
      isSynced = true;
      wire.execute({ portal: '', rows: '0' }, true);
      wire.sync();
    };
    // The stream takes the socket over once the first messages are answered, because it understands only the answers to
    // a COPY.
    const countBound = () => {
      if (++bound <= before.length && !isSynced) return;
      wire.off('bindComplete', countBound);
      if (!isSynced) takeOver(Object.assign(Object.create(wire), { query: execute }));
    };
    wire.on('bindComplete', countBound);
    for (const statement of before) run(wire, statement);
    wire.parse({ name: '', text, types: [] }, true);
    wire.bind({ portal: '', statement: '', values: [], binary: '' }, true);
    wire.flush();
  };
  copy.handleError = (error: Error, wire: Wire) => {
    // Until a Sync message says where the next statement begins, the server ignores everything after an error.
    if (!isSynced) {
      isSynced = true;
      wire.sync();
    }
    fail(error, wire);
  };
  return copy;
}

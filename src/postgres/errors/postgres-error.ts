import { DatabaseError } from '../../model/corrections.ts';

/** A failure of PostgreSQL. */
export class PostgresError extends DatabaseError {
  /** SQLSTATE of PostgreSQL, or the error code of Node or OpenSSL, such as `28P01` or `ECONNREFUSED`. */
  readonly code: string | undefined;
  /** True if the same attempt may succeed a few seconds later. */
  readonly retryable: boolean;

  /**
   * @param message free of secrets and of row data
   * @param options.retryable default false
   * @param options.cause the original error; PostgreSQL's words in it may quote data, so it is not logged
   */
  constructor(message: string, options: { code?: string; retryable?: boolean; cause?: unknown } = {}) {
    super(message, 'cause' in options ? { cause: options.cause } : undefined);
    this.name = 'PostgresError';
    this.code = options.code;
    this.retryable = options.retryable ?? false;
  }
}

/** An answer other than success, as W&B words it. */
export class WandbServerError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }

  get body(): object {
    return { errors: [{ message: this.message, path: [] }], data: null };
  }
}

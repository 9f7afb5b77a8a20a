import { Refusal } from '../http/answer.ts';

/** An answer other than success, as W&B words it. */
export class WandbServerError extends Refusal {
  constructor(status: number, message: string) {
    super(message, { status, body: { errors: [{ message, path: [] }], data: null } });
  }
}

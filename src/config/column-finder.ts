import type { DescribedColumn } from '../model/selection.ts';
import type { Role } from '../model/tasks.ts';
import { nearest } from './nearest.ts';

/** Finds columns of a SELECT by their names, and reports those that are missing. */
export class ColumnFinder {
  readonly described: readonly DescribedColumn[];
  readonly problems: string[] = [];

  constructor(described: readonly DescribedColumn[]) {
    this.described = described;
  }

  /**
   * @param mapped name of the column that the file gives the role; undefined for the name of the role
   * @returns the column of a role; null, with a problem, if it is missing
   */
  findRole(role: Role, mapped: string | undefined): DescribedColumn | null {
    const alias = role === 'group' ? '"group"' : role;
    const fix = mapped === undefined ? ` Add AS ${alias} to the right column, or map it with columns.` : '';
    return this.find(mapped ?? role, `The role ${role}`, fix);
  }

  /**
   * @param what what the column is for, in the user's words
   * @param fix sentence after a space on how to add the column; empty for none
   */
  find(name: string, what: string, fix = ''): DescribedColumn | null {
    const [column, ...others] = this.described.filter((candidate) => candidate.name === name);
    if (column === undefined) this.problems.push(`${what}: ${this.#missing(name)}${fix}`);
    if (others.length > 0) {
      this.problems.push(
        `${what}: the SELECT has several columns ${name}. Give them different names with AS.`,
      );
    }
    return column ?? null;
  }

  #missing(name: string): string {
    const names = this.described.map((column) => column.name);
    const close = nearest(name, names);
    const there = names.slice(0, 30).map(printable).join(', ');
    const advice = close === null ? '.' : `; did you mean ${printable(close)}?`;
    return `the SELECT has no column ${name}${advice} It has ${there}.`;
  }
}

function printable(name: string): string {
  return name.replace(/[^\p{L}\p{N}_ .-]/gu, '?').slice(0, 63);
}

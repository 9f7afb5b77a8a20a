/** Returns a statement as a table named `source`. */
export function asTable(sql: string): string {
  return `(\n${withoutSemicolon(sql)}\n) AS source`;
}

/** Returns a statement without the semicolon at its end, and without the comments after that. */
export function withoutSemicolon(sql: string): string {
  return sql.replace(/(?:;\s*(?:--[^\n'"$]*(?:\n\s*|$))*)+$/, '');
}

/** Returns a name in SQL, whatever it contains. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

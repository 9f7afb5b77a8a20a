/** One call in a GraphQL request: its field and, for a mutation, the input it was given. */
export interface Operation {
  readonly field: string;
  readonly input: Readonly<Record<string, unknown>>;
}

/**
 * Reads a request with one operation of one field, `mutation Name ($a: T) { field(input: {key: $a}) { … } }` or
 * `query Name { field { … } }`, as far as W&B's clients write them.
 *
 * @throws TypeError that says what is wrong with it, as W&B's server would
 */
export function parseOperation(body: string): Operation {
  const { query = '', variables } = JSON.parse(body) as { query?: string; variables?: object | null };
  const values = { ...variables } as Record<string, unknown>;
  const head = /^\s*(?:query|mutation)\s*\w*\s*(?:\(([^)]*)\))?\s*\{\s*(\w+)\s*(?:\(([^)]*)\))?/.exec(query);
  if (head === null) throw new TypeError('Syntax Error: no operation was found.');
  const [, declarations = '', field, args = ''] = head;
  const declared = new Map<string, string>();
  for (const [, name, type] of declarations.matchAll(/\$(\w+)\s*:\s*([\w[\]!]+)/g)) {
    declared.set(name, type);
    checkValue(name, type, values[name], declarations.includes(`$${name}: ${type} =`));
  }
  const input: Record<string, unknown> = {};
  for (const [, key, name] of args.matchAll(/(\w+)\s*:\s*\$(\w+)/g)) {
    if (!declared.has(name)) throw new TypeError(`Variable "$${name}" is not defined.`);
    input[key] = values[name] ?? null;
  }
  return { field, input };
}

function checkValue(name: string, type: string, value: unknown, hasDefault: boolean): void {
  const wrong = new TypeError(
    `Variable "$${name}" got invalid value ${JSON.stringify(value)}; wants ${type}.`,
  );
  if (value === undefined || value === null) {
    if (type.endsWith('!') && !hasDefault) throw wrong;
    return;
  }
  const base = type.replace(/!$/, '');
  const isRight =
    base === 'Duration' || base === 'Int'
      ? Number.isInteger(value)
      : base === 'Boolean'
        ? typeof value === 'boolean'
        : base.startsWith('[')
          ? Array.isArray(value) && value.every((item) => typeof item === 'string')
          : typeof value === 'string';
  if (!isRight) throw wrong;
}

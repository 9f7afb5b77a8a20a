// Messages of PostgreSQL's protocol that a server made for a test sends:
// https://www.postgresql.org/docs/current/protocol-message-formats.html

/** An error of the server. */
export function errorAnswer(code: string, message: string): Buffer {
  return messageOf('E', `SFATAL\0VFATAL\0C${code}\0M${message}\0\0`);
}

/** The answer that lets a client in. */
export function startAnswer(): Buffer {
  return messageOf('R', '\0\0\0\0');
}

/** The server asks for the password as it is. */
export const PASSWORD_REQUEST = messageOf('R', '\0\0\0\x03');

/** The server waits for a statement, outside of a transaction. */
export const READY = messageOf('Z', 'I');

function messageOf(type: string, content: string): Buffer {
  const head = Buffer.alloc(5);
  head.write(type);
  head.writeInt32BE(4 + Buffer.byteLength(content), 1);
  return Buffer.concat([head, Buffer.from(content)]);
}

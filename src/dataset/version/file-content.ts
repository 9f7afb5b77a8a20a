/** The bytes of a file: in pieces that follow each other, or in a file on this machine's disk. */
export type FileContent =
  | { readonly chunks: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly chunks?: undefined; readonly file: string };

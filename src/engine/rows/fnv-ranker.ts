/** Finds equal values by FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/): they are compared all the same. */
export class FnvRanker {
  readonly high = 0;
  low = 0;

  rank(bytes: Uint8Array): void {
    let hash = 0x811c9dc5;
    for (let index = 0; index < bytes.length; index++) {
      hash = Math.imul(hash ^ bytes[index], 0x01000193);
    }
    this.low = hash >>> 0;
  }
}

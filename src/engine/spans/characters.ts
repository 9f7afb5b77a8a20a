/** What a character is to a token. Every other one is a sign, which is a token of its own. */
export const SIGN = 0;
/** A letter or a digit of a script that puts spaces between words. */
export const WORD = 1;
/** A letter of a script without spaces, such as Chinese, Japanese, Thai, Lao, Khmer and Burmese. */
const ALONE = 2;
/** A mark, a joiner or a modifier, which belongs to the character before it. */
export const EXTENDS = 3;

/**
 * The ranges of each kind in Unicode 17.0: how far one begins after the end of the range before, and its length unless that
 * is 1, in base 36. They are written here because the tables of a runtime change with its version: a letter that Unicode
 * adds later stays a sign until another version of the rules.
 *
 * EXTENDS is \p{M}, \p{Cf} and \p{Emoji_Modifier}; ALONE what else is \p{L} and in Script_Extensions Han, Hiragana,
 * Katakana, Thai, Lao, Khmer, Myanmar, Tai_Le, New_Tai_Lue, Tai_Tham, Tai_Viet or Ahom; WORD what else is \p{L} or \p{N}.
 */
const RANGES: readonly (readonly [kind: number, ranges: string])[] = [
  [
    WORD,
    '1c.a 7.q 6.q 1b 7.2 1 3.2 1.3 1.n 1.v 1.ck 1.5 4.c e.5 7 1 3l.5 1.2 2.4 1 6 1.3 1 1.k 1.2b 1.3v 8.4m 1.12 2 6.15 1z.r 4.4 19.17 l.a 4.2 1.2r 1 f.2 7.f 2 g 1.u t.2h b e.17 9.2 4 5.m 4 9 3 n.p 7.b 5.o 1.7 g.16 1m.1i 3 i 7.a 4.a 1.g 4.8 2.2 2.m 1.7 1 3.4 3 g d.2 1.3 4.c 2.6 2 8.6 4.2 2.m 1.7 1.2 1.2 1.2 v.4 1 7.a 2.3 g.9 1.3 1.m 1.7 1.2 1.5 3 i f.2 4.a 9 b.8 2.2 2.m 1.7 1.2 1.5 3 u.2 1.3 4.a 1.7 b 1.6 3.3 1.4 3.2 1 1.2 3.2 3.3 3.c m l.d i.8 1.3 1.n 1.g 3 q.3 1.2 2.2 4.a 8.7 1 4.8 1.3 1.n 1.a 1.5 3 u.3 1.2 4.a 1.2 h.9 1.3 1.15 2 g 5.3 1.a 4.j 1.6 5.i 3.o 1.9 1 2.7 v.a 2o.a 3a.a 12 v.k c.8 1.10 r.5 4z.a 1y.a 6.12 1 5 2.17 1.99 1.4 2.7 1 1.4 2.15 1.4 2.x 1.4 2.7 1 1.4 2.f 1.1l 1.4 2.1v e.k 3.g g.2e 2.6 3.h8 2.h 1.q 5.23 3.b 7.i d.j e.i e.d 1.3 33.a 6.a m.a 6.2h 7.5 2.y 1 5.1y a.v 13.a 3k.b 11.n 2x.a 6.a 2z.1b h.8 3.a 15.u d.1k q.10 s.a 3.1d 2.b 5.17 2.3 15.4 1.6 1.2 3 5.5c 1s.7q 2.6 2.12 2.6 2.8 1 1 1 1.v 2.1h 1.7 1 3.3 1.7 3.4 2.6 4.d 5.3 1.7 37.2 2.6 5.b 6.d 2t 4 2.a 1 3.5 6 1 1 1.4 1.b 2.4 5.5 4 1.1m k6.1o 26.m hi.u vg.6d 6.4 3.2 9 2.12 1 5 2.1k 7 g.n 9.7 1.7 1.7 1.7 1.7 1.7 1.7 1.7 28 d3 p.9 e.3 5m.17 1.2m 3.4 a.w 2o.a u.8 1.f w.a 13.f lkw.wd 1v.1a 2.7h 3.s k.1b g.v 2.28 13.9 2.2v 2.2a k.h 1.3 1.4 1.n d.6 a.1g e.1e s.a o.6 3 1.2 1.12 a.n p.t 7.1b s.b m.a 6.15 n.3 1.8 4.a 3q.b 7.3 c.6 2.6 2.6 9.7 1.7 1.17 1.e 6.37 d.a 6.8mc c.n 4.1d 6x0.7 c.5 5 1.a 1.d 1.5 1 1.2 1.2 1.30 x.a3 i.1s 2.1i 14.c 38.5 1.3r j.a 7.q 6.q 1x.v 3.6 2.6 2.6 2.3 z.c 1.q 1.j 1.2 1.f 2.e y.3f c.19 c.1l h.2 6s.t 3.1d g.r 4.10 9.u 5.12 a.u 2.10 4.8 1.5 16.4e 2.a 6.10 4.10 4.14 8.1g c.b 1.f 1.7 1.2 1.b 1.f 1.7 1.2 3.1g c.8n 9.m a.8 o.6 1.16 1.9 1x.6 2 1.18 1.2 3 2.n 2.v 2.12 8.9 1c.j 1.2 5.x 4.q 6.q 12.1k 4.k 2.1b f.4 1.3 1.t a.9 n.v 1.w w.8 1.s 6.5 g.1i a.m 2.r 5.q n.7 28.21 1j.1f d.1f 7.16 c.a 6.12 9.n 62.v 1.16 6.2 g.6 1k.14 8.m b.4 r.i 1a.s k.n c.1h q.u 1.2 2 d.19 w.p 7.a 9.10 f.a 4 2 8.z 3 c.1c e.4 b.b 1 4.k b.i 1.p j.2 1r.7 1 1.4 1.f 1.a 7.1b h.a b.8 2.2 2.m 1.7 1.2 1.5 3 i c.5 u.a 1 2 1.12 1 p 1 18.1h i.4 5.a 5.3 u.1c k.2 1 8.a 4m.1b 15.4 10.1c k b.a 12.17 d 7.a 6.k 24.c 5g.18 38.2b c.8 2 2.8 1.2 1.o f 1 e.a 1y.8 2.13 g 1 s a.14 7 l b.1a j i.21 5j.x f.a 6.9 1.11 h f.t 5.u 34.7 1.2 1.12 l 9.a 6.6 1.2 1.w e 7.a 6.18 4.a 6u.j f 1.d 1.y s.a 2e f.l 17.pm 2u.33 h.5g 218.2p f.ts h.6 p.32z 5.g7 5a1.u i.a 1c6.ft 7.v 1.a 6.27 1.a 6.u i.1c g.4 c.a 1.7 1.l 5.j c0.19 3.a 5i.2f 9.p 2.p 18.23 5 1u.d 1s.2 i.3 9.5p2 15.w 2p.37 70d.b0 1s4.2z 5.d 3.9 7.a 386.a 152.k c.k 30.p 3r.2d 1.1z 1.2 2 2.2 2.4 1.c 1 1.7 1.1t 1.4 2.8 1.7 1.s 1.4 1.5 1 3.7 1.9g 2.p 1.p 1.v 1.p 1.v 1.p 1.v 1.p 1.v 1.p 1.8 2.1e 1ds.v 6.6 79.1q 42.19 a.7 2.a 4 8x.u i.18 4.a d2.s 4.a 5y.u 2.b 5h.v 1.3 1.2 1.7 2.5 9.2 68.7 1.4 1.2 1.f 1.5h 2.9 1c.1w 7 4.a lz.1n 1.3 1.4 24.19 1.f 5e.4 1.r 1.2 1 2 1.a 1.4 1 1 6 4 1 1 1.3 1.2 1 2 1 1 1 1 1.2 1 2.4 1.7 1.4 1.4 1 1.a 1.h 5.3 1.5 1.h g4.d 25f.a',
  ],
  [
    ALONE,
    'jg 284.1c 1.2 c.7 1m.2 1 1.5 1.o 1 1.a 1.2 9 2.5 1 l.4 80.17 k g.6 4.4 3 3.2 7.3 4.d c 1dd.1g z 4 ab.u 2.5 b.18 4.q 2e.1h 2a 47x.2 16.5 5.2 4.2e 6.3 1.2i 1.4 6o.g e8.534 1s.g74 1y8.5 1.a a.5 2p.n 3 3.1e 1 3.2 2.5 2 1 o.3 ffm.a6 2.2y wc.1m 4m8.r 11.7 hi4 e.2 cn0.4 1.7 1.2 1.83 f t.3 2 e.4 fiw.wyo w.3dq 2.4ge 2.5rl f.ha 1wi.f2 15u.3t7 5.6ju',
  ],
  [
    EXTENDS,
    '4t gi.34 7n.7 7b.19 1 1.2 1.2 1 1k.6 a.b 1 1a.l g 2t.8 1.6 2.2 1.4 x 1 u.r 2j.b 1m.9 9 o.4 1.9 1.3 1.5 17.3 1g.2 5.9 16.1m 1i.3 1.i 1.7 a.2 t.3 1k 1.7 2.2 2.3 9 a.2 q 2.3 1k 1.5 4.2 2.3 3 u.2 3 b.3 1k 1.8 1.3 1.3 k.2 m.6 1.3 1k 1.7 2.2 2.3 7.3 a.2 u 1n.5 3.3 1.4 9 14.5 1j 1.7 1.3 1.4 7.2 b.2 t.3 1k 1.7 1.3 1.4 7.2 b.2 f c.4 1j.2 1.7 1.3 1.4 9 a.2 t.3 1y 4.6 1 1.8 i.2 1p 2.7 c.8 2q 2.9 b.7 21.2 r 1 1 4.2 1d.k 1.2 5.b 1.10 9 2s.k n.4 4.3 1.3 2.7 3.4 d.c 1 a.4 jj.3 qa.4 s.3 t.2 u.2 1s.w 9 19.5 39.2 y 3a.c 4.c 63.5 1l.a 1.t 2 1c.1a 2.c k.5 1b.h 12.9 c.3 u.d 1k.e 1c.k 48.3 1.l 4 6 2.3 5i.1s ej.5 q.5 1d.5 1.a 2o.x 2da.3 3x 2o.w fe.6 2x.2 n9w.4 1.a w.2 28.2 7k 3 4 n.5 4 2b.2 1e.i q.i d 12.8 p.d 18.4 1b.e 10 1v.e c 8.2 19.3 1e 1.3 2.2 5.2 1 15.5 5.2 6k.8 1.2 fn4 kh.g g.g 5r 6x.3 e9 6a 45.5 1ae.3 1.2 5.4 14.3 4 4l.2 fx.4 1t.5 8t.2 25.6 1y.b 1d.4 3e.3 1h.f 15 2.2 a.4 19.b 2 4 a 1e.3 10.e g.2 18 c.3 1c.e 8.4 1.2 2k.c 6 2 4d.c l.4 1j.2 1.7 2.2 2.3 9 a.2 2.7 3.5 1v.9 1 2 1.4 1.5 1 e.2 2a.i n 29.k 6j.7 2.9 r.2 2a.h 2y.d 2t.f 74.f 6t.6 1.2 2.4 1 1.2 3x.7 2.7 3 s.a 14.7 1.4 8 9.b 1a.g 5i.8 5j.8 1.8 2a.m 1.e 3e.6 3 1.2 1.7 1 1u.5 1.2 1.5 9n.4 9.2 1 1c.7 3.5 n 445.h 6.f 8ug.i 1xc.5 1n.7 t4 1.1j 7.4 29 b.2 f57.2 1.4 3mk.1a 2.n f2.5 3.m 2.7 u.4 44.3 1iz.1j 4.1e 8 e m.5 1.f 11s.7 1.h 2.7 1.2 1.5 2s 4g.7 af 1p.4 e4.4 72.2 6r 2 7.2 5 d6.7 31.7 240.5 gx6p u.2o 3k.6o',
  ],
];

const CODE_POINTS = 0x110000;
const BASE = 36;
let kinds: Uint8Array | undefined;

/** Returns the kind of each code point, white space included, which is a sign here. */
export function characterKinds(): Uint8Array {
  kinds ??= readRanges();
  return kinds;
}

function readRanges(): Uint8Array {
  const read = new Uint8Array(CODE_POINTS);
  for (const [kind, ranges] of RANGES) {
    let position = 0;
    for (const range of ranges.split(' ')) {
      const [distance, length = '1'] = range.split('.');
      position += Number.parseInt(distance, BASE);
      const end = position + Number.parseInt(length, BASE);
      read.fill(kind, position, end);
      position = end;
    }
  }
  return read;
}

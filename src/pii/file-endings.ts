/** Endings of file names that people write after `@2x` and the like. None of them is a top-level domain. */
const FILE_ENDINGS = new Set(
  (
    'avif bmp eps gif heic heif ico jpeg jpg png psd raw svg tif tiff webp ' +
    'avi flac mkv mpeg mpg ogg wav webm eot otf ttf woff css htm html js json jsx less scss ts tsx vue ' +
    'bak cfg conf csv doc docx exe ini jar log odt pdf php ppt pptx rtf sql tar toml txt xls xlsx xml yaml yml'
  ).split(' '),
);
const LONGEST = Math.max(...Array.from(FILE_ENDINGS, ({ length }) => length));

/** True for a label of a domain, in bytes from `start` to `end`, that is how a file is called: `png` and no top-level domain. */
export function endsAsFile(text: Uint8Array, start: number, end: number): boolean {
  if (end - start > LONGEST) return false;
  return FILE_ENDINGS.has(String.fromCharCode(...text.subarray(start, end)).toLowerCase());
}

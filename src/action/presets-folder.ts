import path from 'node:path';

/** The action's folder of presets; it has the same relative path from a bundle and from this file. */
export const PRESETS_FOLDER = path.resolve(import.meta.dirname, '../../presets');

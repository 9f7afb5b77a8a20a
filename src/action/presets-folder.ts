import path from 'node:path';

/** The action's folder of sources and built-in datasets: as far from a bundle as from here. */
export const PRESETS_FOLDER = path.resolve(import.meta.dirname, '../../presets');

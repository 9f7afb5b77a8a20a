/** Colours of a theme, by the name of their CSS variable. */
type Palette = Readonly<Record<string, string>>;

const LIGHT: Palette = {
  page: '#f5f6f8',
  surface: '#ffffff',
  text: '#171b26',
  muted: '#586074',
  line: '#e6e8ee',
  'line-strong': '#a9b0c0',
  control: '#858da0',
  accent: '#3b5bdb',
  'accent-soft': '#e9edfc',
  train: '#22379a',
  eval: '#4a68e0',
  test: '#8397ee',
  success: '#1d8a5f',
  failure: '#cf3446',
  cancelled: '#b7791f',
  skipped: '#8a92a5',
  running: '#3b5bdb',
  s0: '#3b5bdb',
  s1: '#0f8b8d',
  s2: '#c27a0e',
  s3: '#a8437f',
  s4: '#5c8a2a',
  s5: '#7a5bd0',
  s6: '#a65a3a',
  other: '#8a92a5',
  good: '#e6f4ec',
  h1: '#fdeee9',
  h2: '#fbd9cd',
  h3: '#f6bba8',
  h4: '#ef9a82',
  h5: '#e67a60',
};

const DARK: Palette = {
  page: '#0f1218',
  surface: '#181c25',
  text: '#e9ecf3',
  muted: '#a2aabb',
  line: '#272d3a',
  'line-strong': '#5d6678',
  control: '#727b8f',
  accent: '#8aa2ff',
  'accent-soft': '#232c4d',
  train: '#5b78f0',
  eval: '#93a8ff',
  test: '#ccd6ff',
  success: '#4cc38a',
  failure: '#ff7b86',
  cancelled: '#e5ae4b',
  skipped: '#7e879a',
  running: '#8aa2ff',
  s0: '#8aa2ff',
  s1: '#4fc6c4',
  s2: '#eab04f',
  s3: '#e58abf',
  s4: '#9bcb62',
  s5: '#b9a3ff',
  s6: '#dc9775',
  other: '#7e879a',
  good: '#1b3328',
  h1: '#2c2022',
  h2: '#422828',
  h3: '#5b3130',
  h4: '#753b37',
  h5: '#8d4540',
};

/** Classes or steps with a colour of their own. */
export const SERIES_COLOURS = 7;

/** Name of the variable with the colour of a class or step, by its position. */
export function seriesColour(index: number): string {
  return index < SERIES_COLOURS ? `s${index}` : 'other';
}

/** The style rules that define the colours: as the system says, or as the reader chose. */
export function colourRules(): string {
  const light = `color-scheme:light;${declarations(LIGHT)}`;
  const dark = `color-scheme:dark;${declarations(DARK)}`;
  return `:root{${light}}@media (prefers-color-scheme:dark){:root:not([data-theme=light]){${dark}}}:root[data-theme=dark]{${dark}}`;
}

function declarations(palette: Palette): string {
  return Object.entries(palette)
    .map(([name, value]) => `--${name}:${value};`)
    .join('');
}

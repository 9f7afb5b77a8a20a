#!/usr/bin/env node
// Starts the command. Written for any Node, so that an old one gets a sentence instead of a syntax error.
'use strict';
var version = process.versions.node;
var parts = version.split('.').map(Number);
// Zstandard, which the data files are compressed with, came with 22.15.
if (parts[0] < 22 || (parts[0] === 22 && parts[1] < 15)) {
  console.error(
    'prepare-dataset needs Node 22.15 or newer, and this is Node ' +
      version +
      '. Install a newer one, or use the container image.',
  );
  process.exit(2);
}
import('../dist/command/index.js');

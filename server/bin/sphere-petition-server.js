#!/usr/bin/env node
// What npm links as a command. It is here before anything is built, as npm links only what is there when it installs.
import '../dist/cli.js';

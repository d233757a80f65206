#!/usr/bin/env node
// Committed, because a bin that points into dist would not be linked before the first build.
import '../dist/cli.js'

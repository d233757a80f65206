// @ts-check
// What Node, Bun and Deno run: takes the settings as an argument and prints the results, both as JSON.
import { runCases } from './run.mjs'

process.stdout.write(JSON.stringify(await runCases(JSON.parse(process.argv[2] ?? ''))))

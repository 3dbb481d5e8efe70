// npm run lintel -- COMMAND: the command line under plain Node. Standard output carries the command's result and nothing else.
import { pathToFileURL } from 'node:url'
import { build } from './set-up/build.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { at } from './set-up/paths.mjs'

requireNode()
build({ quiet: true })
await import(pathToFileURL(at('dist', 'cli.js')).href)

// npm run lintel -- COMMAND: the command line under plain Node. Standard output carries the command's result and nothing else.
import { existsSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { build } from './set-up/build.mjs'
import { requireNode } from './set-up/node-version.mjs'
import { at } from './set-up/paths.mjs'
import { giveUp } from './set-up/say.mjs'

requireNode()
if (!existsSync(at('node_modules'))) giveUp('The packages are not installed yet: run npm ci, then try again.')
build({ quiet: true })
await import(pathToFileURL(at('dist', 'cli.js')).href)

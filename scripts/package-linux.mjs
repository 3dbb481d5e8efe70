// Makes the unpacked Linux program, if stale, and prints the path of its executable.
import { build } from './set-up/build.mjs'
import { packageLinux } from './set-up/package-linux.mjs'
import { findRuntime } from './set-up/runtime.mjs'
import { giveUp } from './set-up/say.mjs'

// Standard output carries the path alone.
build({ quiet: true })
const runtime = await findRuntime()
if (runtime.problem !== undefined) giveUp(runtime.problem)
const executable = packageLinux(runtime)
if (executable === undefined) giveUp('The program could not be packaged: the lines above say why.')
process.stdout.write(`${executable}\n`)

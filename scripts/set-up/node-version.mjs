import { giveUp } from './say.mjs'

/** The build tools need this version; an older one fails with errors that say nothing of it. */
export function requireNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return
  giveUp(
    `Lintel needs Node 20.19 or newer and this is ${process.versions.node}: install a newer one from nodejs.org, then try again.`,
  )
}

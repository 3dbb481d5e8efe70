/**
 * Which flip is on, and what it then answers (nothing: it is turned round), which ones were met, and how often code has
 * asked: the one place that runner and build share.
 */
export const switchboard = (globalThis.flipSwitchboard ??= {
  on: undefined,
  answer: undefined,
  met: new Set(),
  asked: 0,
})

const endless = 3_000_000

globalThis.isFlipped = (id) => {
  if (++switchboard.asked > endless) throw new Error('This never ends.')
  if (switchboard.on === undefined) switchboard.met.add(id)
  return id === switchboard.on
}

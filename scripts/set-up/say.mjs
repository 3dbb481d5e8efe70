/** A step that takes a while, told before it begins. */
export function say(sentence) {
  process.stdout.write(`${sentence}\n`)
}

/** Something the program cannot go on without: one sentence with its remedy, then the end. */
export function giveUp(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}

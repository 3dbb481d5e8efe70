/** An opening article in small letters, for a sentence that goes on: "The guard ..." after a colon. */
export function uncapital(words: string): string {
  return words.replace(/^(The|A|An|It|This|These|There|No|Every|All|Nothing|Nobody|In|On|For)(?= )/, (word) =>
    word.toLowerCase(),
  )
}

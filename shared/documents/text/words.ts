/** The first letter as a capital. */
export function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** An opening article in small letters, for a sentence that goes on: "The guard ..." after a colon. */
export function uncapital(words: string): string {
  return words.replace(/^(The|A|An|It|This|These|There|No|Every|All|Nothing|Nobody|In|On|For)(?= )/, (word) =>
    word.toLowerCase(),
  )
}

/** A title inside a sentence: "Human approval" becomes "human approval", "LLM API" stays. */
export function smallTitle(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}

/** What a form still lacks, in a sentence, once somebody tried to record it; nothing when `words` is undefined. */
export function FormGap({ words }: { readonly words: string | undefined }) {
  if (words === undefined) return null
  return (
    <p role="alert" className="form-gap">
      {words}
    </p>
  )
}

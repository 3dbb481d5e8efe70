/** How the platform turns bytes into text: the `TextDecoder` of pages and of Node, which this layer does not know. */
export type Decoder = new (encoding: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string }

/** The text of a file, or a sentence about why it has none. */
export type FileText =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly sentence: string; readonly line?: number }

/**
 * The text that a file holds: UTF-8, or UTF-16 where it begins with the mark of it. Letters that are neither are never
 * guessed at, since a name that came in wrong would leave wrong again. `fileName`: for the sentence.
 */
export function textOfFile(bytes: Uint8Array, fileName: string, decoder: Decoder): FileText {
  const encoding = encodingOf(bytes)
  try {
    return { ok: true, text: new decoder(encoding, { fatal: true }).decode(bytes) }
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
  }
  const forgiving = new decoder(encoding, { fatal: false }).decode(bytes)
  if (isBinary(forgiving))
    return { ok: false, sentence: `${fileName} is not a text file, so nothing can be read from it.` }
  const line = forgiving.slice(0, forgiving.indexOf('\uFFFD')).split('\n').length
  const isTable = /\.(?:csv|tsv|txt)$/iu.test(fileName)
  const remedy = `Save it ${isTable ? 'in Excel as “CSV UTF-8”, or ' : ''}in a text editor with the encoding UTF-8.`
  const sentence = `${fileName} cannot be opened: line ${line} has letters that are not in UTF-8. ${remedy}`
  return { ok: false, sentence, line }
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  return 'utf-8'
}

/** Text has none of the characters by which machines mark what is no text; line ends, tabs and form feeds are text. */
function isBinary(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return /[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/.test(text.slice(0, 100_000))
}

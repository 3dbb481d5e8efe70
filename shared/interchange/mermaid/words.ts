/** Letters that Mermaid writes as "#name;" and HTML as "&name;". */
const letters: Readonly<Record<string, string>> = {
  quot: '"',
  apos: "'",
  amp: '&',
  lt: '<',
  gt: '>',
  nbsp: ' ',
  semi: ';',
  colon: ':',
  num: '#',
}

/** What only shapes letters; any other tag stays the words that it is. */
const lookTags = /<\/?(?:b|i|u|s|em|strong|small|big|sub|sup|span|div|p|code|center|font)(?:\s[^<>]*)?>/gi
const lineBreak = /<br\s*\/?>|\\n/gi
const icon = /(?:^|\s)fa[bklrs]?:fa-[\w-]+/g

/**
 * What a label says, on one line: without quotes, Markdown, line breaks, icons and the tags that only shape letters, and
 * with the letters that were written as "#quot;". Tags go before letters are put in, so "#lt;b#gt;" stays what it says.
 */
export function plainWords(label: string): string {
  const quoted = /^"([\s\S]*)"$/.exec(label.trim())?.[1] ?? label
  const markdown = /^`([\s\S]*)`$/.exec(quoted.trim())?.[1]
  const text = markdown === undefined ? quoted : withoutMarks(markdown)
  return text
    .replaceAll(lineBreak, ' ')
    .replaceAll(lookTags, '')
    .replaceAll(icon, '')
    .replaceAll(/[#&]#?(\w{1,10});/g, (written, name: string) => letterOf(name) ?? written)
    .replaceAll(/\s+/g, ' ')
    .trim()
}

/** Bold and slanted letters of Markdown. */
function withoutMarks(markdown: string): string {
  return [/\*\*([^*]+)\*\*/g, /__([^_]+)__/g, /\*([^*]+)\*/g].reduce(
    (text, mark) => text.replaceAll(mark, '$1'),
    markdown,
  )
}

function letterOf(name: string): string | undefined {
  if (Object.hasOwn(letters, name)) return letters[name]
  const code = /^\d+$/.test(name) ? Number(name) : 0
  const isLetter = code >= 0x20 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff)
  return isLetter ? String.fromCodePoint(code) : undefined
}

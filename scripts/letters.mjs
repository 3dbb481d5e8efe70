// Takes the outlines of Inter's letters for pictures of points: node scripts/letters.mjs, after the font has changed.
// Chromium sets the letters at the weights that pictures need and prints them; in the PDF every letter is a path.
import { readFile, writeFile } from 'node:fs/promises'
import { inflateSync } from 'node:zlib'
import { chromium } from 'playwright'
import { findChromium } from './set-up/chromium.mjs'
import { at } from './set-up/paths.mjs'

const range = (first, last) =>
  Array.from({ length: last - first + 1 }, (_, index) => String.fromCodePoint(first + index))
const signs = '\u2013\u2014\u2018\u2019\u201a\u201c\u201d\u201e\u2022\u2026\u20ac\u2122\u2212'
const ascii = [...range(0x20, 0x7e), ...Array.from(signs)]
const latin = [...range(0xa0, 0x17f), ...range(0x218, 0x21b)].filter((letter) => !'\u00ad\u0149'.includes(letter))
const others = [...range(0x386, 0x3ce), ...range(0x400, 0x45f), '\u0490', '\u0491'].filter((letter) =>
  /\p{L}/u.test(letter),
)
const tables = [
  { name: 'regularAscii', file: 'regular-ascii', weight: 400, letters: ascii },
  { name: 'regularLatin', file: 'regular-latin', weight: 400, letters: latin },
  { name: 'regularOthers', file: 'regular-others', weight: 400, letters: others },
  { name: 'boldAscii', file: 'bold-ascii', weight: 600, letters: ascii },
  { name: 'boldLatin', file: 'bold-latin', weight: 600, letters: latin },
]
const subsets = ['latin', 'latin-ext', 'greek', 'greek-ext', 'cyrillic', 'cyrillic-ext']
/** Units of the outlines to an em, and those of the PDF's. */
const em = 256
const pdfEm = 2048
/** How far a chord may run beside its curve, in units of the outlines. */
const tolerance = 0.8

const faces = await Promise.all(
  subsets.map(async (subset) => {
    const file = at('node_modules', '@fontsource-variable', 'inter', 'files', `inter-${subset}-wght-normal.woff2`)
    return `@font-face{font-family:"${subset}";font-weight:100 900;src:url(data:font/woff2;base64,${(await readFile(file)).toString('base64')})}`
  }),
)
const browser = await chromium.launch({ executablePath: findChromium() })
const page = await browser.newPage()
for (const { name, file: fileName, weight, letters } of tables) {
  const families = subsets.map((subset) => `"${subset}"`).join(',')
  const spans = letters.map((letter) => `<span>${letter === ' ' ? '&nbsp;' : `&#${letter.codePointAt(0)};`}</span> `)
  await page.setContent(
    `<meta charset="utf-8"><style>${faces.join('')}body{font:${weight} 20px ${families}}</style>${spans.join('')}`,
  )
  await page.evaluate(() => document.fonts.ready)
  const shapes = shapesOf(await page.pdf())
  const blank = await page.evaluate(() => {
    const context = document.createElement('canvas').getContext('2d')
    context.font = getComputedStyle(document.body).font
    return context.measureText(' ').width / 20
  })
  for (const letter of ' \u00a0') shapes.set(letter, String(Math.round(blank * em)))
  // The same shape has two names, of which the PDF tells one.
  shapes.set('\u2019', shapes.get('\u2019') ?? shapes.get('\u02bc'))
  const missing = letters.filter((letter) => !shapes.has(letter))
  if (missing.length > 0) console.log(`${name}: no shape of ${missing.join(' ')}`)
  const lines = letters
    .filter((letter) => shapes.has(letter))
    .map((letter) => `  ${JSON.stringify(letter)}: ${JSON.stringify(shapes.get(letter))},`)
  await writeFile(
    at('shared', 'documents', 'writers', 'png', 'letters', `${fileName}.ts`),
    `// Made by scripts/letters.mjs of Inter (c) 2016 The Inter Project Authors, SIL Open Font License 1.1.\nexport const ${name}: Readonly<Record<string, string>> = {\n${lines.join('\n')}\n}\n`,
  )
}
await browser.close()

/** Width and outlines of every letter in a PDF, by letter. */
function shapesOf(pdf) {
  const text = pdf.toString('latin1')
  const objects = new Map()
  for (const found of text.matchAll(/(\d+) 0 obj\s*(<<.*?>>)\s*(stream\r?\n|endobj)/gs)) {
    const [all, number, dictionary, end] = found
    const from = found.index + all.length
    const stream = end.startsWith('stream') ? text.slice(from, text.indexOf('endstream', from)) : undefined
    objects.set(number, { dictionary, stream })
  }
  const read = (number) => {
    const { dictionary, stream } = objects.get(number)
    return dictionary.includes('/FlateDecode') ? inflateSync(Buffer.from(stream, 'latin1')).toString('latin1') : stream
  }
  const shapes = new Map()
  for (const { dictionary } of objects.values()) {
    const procedures = /\/CharProcs <<(.*?)>>/s.exec(dictionary)?.[1]
    const names = /\/ToUnicode (\d+) 0 R/.exec(dictionary)?.[1]
    if (procedures === undefined || names === undefined) continue
    const letters = lettersOf(read(names))
    const codes = /\/Differences \[0 (.*?)\]/s.exec(dictionary)[1].split(/\s+/)
    for (const [, name, number] of procedures.matchAll(/(\/g[0-9A-F]+) (\d+) 0 R/g)) {
      const letter = letters.get(codes.indexOf(name))
      if (letter !== undefined && !shapes.has(letter)) shapes.set(letter, shapeOf(read(number)))
    }
  }
  return shapes
}

/** Which code stands for which letter. */
function lettersOf(map) {
  const letters = new Map()
  const hex = (digits) => Number.parseInt(digits, 16)
  for (const [, list] of map.matchAll(/beginbfchar(.*?)endbfchar/gs))
    for (const [, code, letter] of list.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(hex(code), String.fromCodePoint(hex(letter)))
  for (const [, list] of map.matchAll(/beginbfrange(.*?)endbfrange/gs))
    for (const [, first, last, letter] of list.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g))
      for (let code = hex(first); code <= hex(last); code += 1)
        letters.set(code, String.fromCodePoint(hex(letter) + code - hex(first)))
  return letters
}

/** "width;x,y x,y ...;x,y ...": the first point of an outline, then steps from each to the next; y runs downwards. */
function shapeOf(procedure) {
  const outlines = []
  const numbers = []
  let width = 0
  let outline = []
  let [x, y] = [0, 0]
  const units = (value) => (value * em) / pdfEm
  for (const word of procedure.trim().split(/\s+/)) {
    if (!/^[a-z]\w*$/i.test(word)) numbers.push(units(Number(word)))
    else if (word === 'd1') [width] = numbers.splice(0)
    else if (word === 'm' || word === 'l') {
      if (word === 'm') outlines.push((outline = []))
      ;[x, y] = numbers.splice(0)
      outline.push([x, y])
    } else if (word === 're') {
      const [left, top, wide, high] = numbers.splice(0)
      outlines.push([
        [left, top],
        [left + wide, top],
        [left + wide, top + high],
        [left, top + high],
      ])
    } else if (word === 'c') {
      const [x1, y1, x2, y2, x3, y3] = numbers.splice(0)
      const bend = Math.max(
        Math.hypot(x - 2 * x1 + x2, y - 2 * y1 + y2),
        Math.hypot(x1 - 2 * x2 + x3, y1 - 2 * y2 + y3),
      )
      const pieces = Math.max(1, Math.ceil(Math.sqrt((0.75 * bend) / tolerance)))
      for (let piece = 1; piece <= pieces; piece += 1) {
        const [t, u] = [piece / pieces, 1 - piece / pieces]
        const on = (a, b, c, d) => u ** 3 * a + 3 * u * u * t * b + 3 * u * t * t * c + t ** 3 * d
        outline.push([on(x, x1, x2, x3), on(y, y1, y2, y3)])
      }
      ;[x, y] = [x3, y3]
    } else numbers.splice(0)
  }
  return [Math.round(width), ...outlines.map(stepsOf).filter((steps) => steps !== '')].join(';')
}

function stepsOf(points) {
  const rounded = points.map(([x, y]) => [Math.round(x), Math.round(y)])
  const [first] = rounded
  const last = rounded.at(-1)
  if (rounded.length > 1 && first[0] === last[0] && first[1] === last[1]) rounded.pop()
  let before = [0, 0]
  const steps = []
  for (const point of rounded) {
    const step = [point[0] - before[0], point[1] - before[1]]
    if (steps.length > 0 && step[0] === 0 && step[1] === 0) continue
    steps.push(step.join(','))
    before = point
  }
  return steps.length < 3 ? '' : steps.join(' ')
}

import type JSZip from 'jszip'
import { escapeMarkup } from '../escape-markup.ts'
import type { PendingConnector } from './add-diagram.ts'
import { readContentTypes } from '../ooxml/open-package.ts'
import { beginsName } from '../ooxml/floating-bars.ts'
import type { PackagePart } from '../ooxml/package.ts'
import { dayOf } from '../ooxml/package.ts'
import { parseXml } from '../../../xml/xml-tree.ts'
import { connectorXml } from './connector-xml.ts'
import { directParagraphs } from './direct-paragraphs.ts'

export interface Finishing {
  /** ISO date for the file's properties and its parts. */
  readonly date: string
  /** Arrows by slide. */
  readonly connectors: readonly (readonly PendingConnector[])[]
}

/**
 * What PptxGenJS 4.0.1 cannot say or says wrongly, mended in the package: glued connectors are added, descriptions for
 * screen readers, the order of `notesMasterIdLst`, the third axis of charts, what floating bars stand on, and dates. Its list of content types, which
 * names parts that are not there, is left behind: each part carries its own.
 */
export async function finishPackage(
  bytes: Uint8Array,
  finishing: Finishing,
  Zip: typeof JSZip,
): Promise<ReadonlyMap<string, PackagePart>> {
  const source = await Zip.loadAsync(bytes)
  const stamp = dayOf(finishing.date)
  const paths = Object.keys(source.files).filter((path) => source.files[path]?.dir === false && path !== typesPath)
  const renumber = chartNumbers(paths)
  const types = readContentTypes(parseXml((await source.file(typesPath)?.async('string')) ?? ''))
  const parts = new Map<string, PackagePart>()
  for (const path of paths.toSorted((a, b) => (renumber(a) < renumber(b) ? -1 : 1))) {
    const file = source.file(path)
    if (file === null) continue
    const content = path.endsWith('.xlsx')
      ? await repack(await file.async('uint8array'), stamp, Zip)
      : /\.(xml|rels)$/.test(path)
        ? renumber(finishPart(path, await file.async('string'), finishing))
        : await file.async('uint8array')
    parts.set(renumber(path), { contentType: types.of(path), content })
  }
  return parts
}

const typesPath = '[Content_Types].xml'

/** PptxGenJS counts charts over all presentations it ever made; here they count from one. */
function chartNumbers(parts: readonly string[]): (text: string) => string {
  const found = parts.flatMap((path) => Number(/^ppt\/charts\/chart(\d+)\.xml$/.exec(path)?.[1] ?? []) || [])
  const numbers = new Map(found.toSorted((a, b) => a - b).map((number, index) => [String(number), index + 1]))
  return (text) =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)(?=\.)/g,
      (_, name: string, number: string) => `${name}${numbers.get(number) ?? number}`,
    )
}

/** The workbook inside a chart, with the same dates everywhere. */
async function repack(bytes: Uint8Array, stamp: Date, Zip: typeof JSZip): Promise<Uint8Array> {
  const source = await Zip.loadAsync(bytes)
  const target = new Zip()
  for (const path of Object.keys(source.files)) {
    const file = source.file(path)
    if (file === null) continue
    const content =
      path === 'docProps/core.xml' ? datedProperties(await file.async('string'), stamp) : await file.async('uint8array')
    target.file(path, content, { date: stamp, createFolders: false })
  }
  return target.generateAsync({ type: 'uint8array', compression: 'DEFLATE', platform: 'DOS' })
}

function finishPart(path: string, xml: string, finishing: Finishing): string {
  if (path === 'docProps/core.xml') return datedProperties(xml, dayOf(finishing.date))
  if (path === 'ppt/presentation.xml') return orderedMasters(xml)
  if (/^ppt\/charts\/chart\d+\.xml$/.test(path)) return withoutBegins(twoAxes(xml))
  const slide = /^ppt\/slides\/slide(\d+)\.xml$/.exec(path)
  if (slide !== null) return finishSlide(xml, finishing.connectors[Number(slide[1]) - 1] ?? [])
  return xml
}

function datedProperties(xml: string, date: Date): string {
  const iso = date.toISOString().replace(/\.\d+Z$/, 'Z')
  return xml.replace(/(<dcterms:(created|modified)[^>]*>)[^<]*(<\/dcterms:\2>)/g, `$1${iso}$3`)
}

/** The schema wants the list of notes masters right after the list of slide masters. */
function orderedMasters(xml: string): string {
  const notes = /<p:notesMasterIdLst>.*?<\/p:notesMasterIdLst>/s.exec(xml)?.[0]
  if (notes === undefined) return xml
  return xml.replace(notes, '').replace('</p:sldMasterIdLst>', `</p:sldMasterIdLst>${notes}`)
}

/** Bar and line charts have two axes; the third names one that does not exist. */
function twoAxes(xml: string): string {
  return xml.replace(/(<c:(barChart|lineChart|areaChart)>.*?<\/c:\2>)/gs, (chart: string) => {
    let count = 0
    return chart.replace(/<c:axId val="[^"]*"\/>/g, (axis) => ((count += 1) <= 2 ? axis : ''))
  })
}

/** What the bars of a waterfall stand on is not seen: PptxGenJS gives every series a colour. */
function withoutBegins(xml: string): string {
  return xml.replace(/<c:ser>.*?<\/c:ser>/gs, (series) => {
    const name = /<c:tx>.*?<c:v>([^<]*)<\/c:v>/s.exec(series)?.[1]
    return name === beginsName
      ? series.replace(/<c:spPr>.*?<\/c:spPr>/s, '<c:spPr><a:noFill/><a:ln><a:noFill/></a:ln></c:spPr>')
      : series
  })
}

function finishSlide(xml: string, connectors: readonly PendingConnector[]): string {
  const renumbered = withUniqueIds(xml)
  const ids = new Map<string, number>()
  let largest = 1
  for (const [, id = '', name = ''] of renumbered.matchAll(/<p:cNvPr id="(\d+)" name="([^"]*)"/g)) {
    ids.set(name, Number(id))
    largest = Math.max(largest, Number(id))
  }
  const arrows = connectors.flatMap((pending, index) => {
    const from = ids.get(escapeMarkup(pending.from))
    const to = ids.get(escapeMarkup(pending.to))
    return from === undefined || to === undefined
      ? []
      : [
          connectorXml(
            largest + 1 + index,
            pending.name,
            pending.description,
            { from, to },
            pending.connector,
            pending.look,
          ),
        ]
  })
  return named(directParagraphs(oneParagraphProperty(underFirstCard(renumbered, arrows.join('')))))
}

/** PptxGenJS repeats a paragraph's properties before each of its runs; the schema allows them once, at its start. */
function oneParagraphProperty(xml: string): string {
  return xml.replace(/<a:p>.*?<\/a:p>/gs, (paragraph) => {
    let count = 0
    return paragraph.replace(/<a:pPr\b[^>]*?(?:\/>|>.*?<\/a:pPr>)/gs, (properties) =>
      (count += 1) === 1 ? properties : '',
    )
  })
}

/** Arrows lie over the boundaries and under the cards: they go before the first card. */
function underFirstCard(xml: string, arrows: string): string {
  if (arrows === '') return xml
  const first = xml.search(/<p:sp>(?:(?!<p:sp>).)*?name="node:/s)
  return first < 0
    ? xml.replace('</p:spTree>', `${arrows}</p:spTree>`)
    : xml.slice(0, first) + arrows + xml.slice(first)
}

/** Two shapes of one number make PowerPoint offer a repair. */
function withUniqueIds(xml: string): string {
  const used = new Set<number>()
  let next = 1 + Math.max(1, ...[...xml.matchAll(/<p:cNvPr id="(\d+)"/g)].map(([, id]) => Number(id)))
  return xml.replace(/<p:cNvPr id="(\d+)"/g, (whole, text: string) => {
    const id = Number(text)
    if (!used.has(id)) {
      used.add(id)
      return whole
    }
    used.add(next)
    return `<p:cNvPr id="${next++}"`
  })
}

/**
 * Object names that served the writer become names for people in the selection pane, and shapes without a description
 * get one from their own text.
 */
function named(xml: string): string {
  return xml.replace(/<p:sp>.*?<\/p:sp>/gs, (shape) => {
    const name = /<p:cNvPr id="\d+" name="([^"]*)"/.exec(shape)?.[1] ?? ''
    const [sort = ''] = name.split(':')
    if (sort === 'bend') return shape.replace(name, 'Bend of an arrow" descr="Bend of an arrow')
    if (sort !== 'node' && sort !== 'boundary') return shape
    const words = [...shape.matchAll(/<a:t>([^<]*)<\/a:t>/g)]
      .map(([, text = '']) => text.trim())
      .filter((text) => text !== '')
    const label = quoted(words.join(', '))
    return shape.replace(/<p:cNvPr id="(\d+)" name="[^"]*"(?: descr="[^"]*")?/, (_, id: string) => {
      const title = quoted(words[0] ?? sort)
      return `<p:cNvPr id="${id}" name="${title}" descr="${sort === 'node' ? 'Component' : 'Boundary'}: ${label}"`
    })
  })
}

/** Escaped text of an element may hold bare quotes; an attribute may not. */
function quoted(escaped: string): string {
  return escaped.replaceAll('"', '&quot;')
}

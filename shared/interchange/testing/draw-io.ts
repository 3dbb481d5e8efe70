import { deflateRawSync } from 'node:zlib'
import { expect } from 'vitest'
import { parseDesign } from '../../design/file.ts'
import { vocabulary } from '../../vocabulary.ts'
import { drawIo } from '../draw-io.ts'

export type Place = readonly [x: number, y: number, w: number, h: number]

export const escape = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

export function shape(
  id: string,
  label: string,
  [x, y, w, h]: Place,
  style = 'html=1;',
  parent = '1',
  more = '',
): string {
  const geometry = `<mxGeometry x="${x}" y="${y}" width="${w}" height="${h}" as="geometry"/>`
  return `<mxCell id="${id}" value="${escape(label)}" style="${style}" vertex="1" parent="${parent}" ${more}>${geometry}</mxCell>`
}

export function arrow(id: string, source: string, target: string, label = '', style = '', points = ''): string {
  const ends = `${source === '' ? '' : `source="${source}"`} ${target === '' ? '' : `target="${target}"`}`
  const geometry = `<mxGeometry relative="1" as="geometry">${points}</mxGeometry>`
  return `<mxCell id="${id}" value="${label}" style="${style}" edge="1" parent="1" ${ends}>${geometry}</mxCell>`
}

export function model(...cells: readonly string[]): string {
  return `<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>${cells.join('')}</root></mxGraphModel>`
}

export function file(...pages: readonly (readonly [name: string, body: string])[]): string {
  return `<mxfile>${pages.map(([name, body]) => `<diagram name="${name}">${body}</diagram>`).join('')}</mxfile>`
}

export const pack = (xml: string): string => deflateRawSync(Buffer.from(encodeURIComponent(xml))).toString('base64')

export function read(text: string) {
  expect(drawIo.recognises(text)).toBe(true)
  const result = drawIo.read(text, 'd-1')
  if (!result.ok) throw new Error(result.problems[0]?.sentence)
  const again = parseDesign(JSON.stringify(result.value.design), { vocabulary })
  expect(again.problems.filter(({ level }) => level === 'error')).toEqual([])
  const { design, readings, leftOut } = result.value
  const names = new Map([...(design.components ?? []), ...(design.boundaries ?? [])].map(({ id, name }) => [id, name]))
  return {
    design,
    readings,
    leftOut,
    components: (design.components ?? []).map(({ name }) => name),
    kinds: Object.fromEntries((design.components ?? []).map(({ name, kind }) => [name, kind])),
    inside: Object.fromEntries(
      [...(design.components ?? []), ...(design.boundaries ?? [])].map((each) => [each.name, names.get(each.in ?? '')]),
    ),
    arrows: (design.flows ?? []).map(({ from, to, name = '' }) =>
      `${names.get(from)} > ${names.get(to)} ${name}`.trim(),
    ),
  }
}

export function sentenceOf(text: string): string {
  const result = drawIo.read(text, 'd-1')
  if (result.ok) throw new Error('was read')
  expect(result.problems).toHaveLength(1)
  return result.problems[0]?.sentence ?? ''
}

export const two = [shape('a', 'Agent', [0, 0, 120, 60]), shape('b', 'Vector store', [300, 0, 120, 60])]

/** A picture with a text chunk before its points, which nobody looks at here. */
export function png(type: string, words: Uint8Array): Uint8Array {
  const chunk = (name: string, data: Uint8Array): Buffer => {
    const head = Buffer.alloc(8)
    head.writeUInt32BE(data.length)
    head.write(name, 4, 'latin1')
    return Buffer.concat([head, data, Buffer.alloc(4)])
  }
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
  return Buffer.concat([start, chunk('IHDR', Buffer.alloc(13)), chunk(type, words), chunk('IDAT', Buffer.alloc(9))])
}

export const sample = new URL('../../../../shared/samples/drawio/drawio_aws.drawio', import.meta.url)

import { plainText } from '../../xml/xml-tree.ts'
import { decodePage, mostBytes, plainLetters } from './decode-page.ts'
import { inflateRaw } from './inflate.ts'

/** The drawing that draw.io put into a picture of it, `.drawio.svg`: the text of its file. Undefined: there is none. */
export function drawingInSvg(text: string): string | undefined {
  const start = text.slice(0, 4000).search(/<svg\b/i)
  if (start < 0) return undefined
  const [, content] = /^<svg\b[^>]*?\scontent="([^"]*)"/i.exec(text.slice(start)) ?? []
  const drawing = content === undefined ? '' : plainText(content).trim()
  return startsAsFile(drawing) ? drawing : undefined
}

const signature = [137, 80, 78, 71, 13, 10, 26, 10]

export function isPng(bytes: Uint8Array): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/**
 * The drawing that draw.io put into a picture of it, `.drawio.png`: the text of its file, which stands in a text chunk
 * before the picture itself. Undefined: there is none, or it is damaged.
 */
export function drawingInPng(bytes: Uint8Array): string | undefined {
  if (!isPng(bytes)) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  // Length, type, data, check sum.
  for (let at = signature.length; at + 12 <= bytes.length;) {
    const length = view.getUint32(at)
    const type = plainLetters(bytes.subarray(at + 4, at + 8))
    if (type === 'IDAT') return undefined
    const drawing = drawingInChunk(type, bytes.subarray(at + 8, at + 8 + length))
    if (drawing !== undefined) return drawing
    at += 12 + length
  }
  return undefined
}

/** A keyword, a zero, and the words: as they are (tEXt), or packed after the number of the method (zTXt). */
function drawingInChunk(type: string, data: Uint8Array): string | undefined {
  const end = data.indexOf(0)
  if (end < 0 || !['mxfile', 'mxGraphModel'].includes(plainLetters(data.subarray(0, Math.min(end, 20)))))
    return undefined
  const words =
    type === 'tEXt' ? plainLetters(data.subarray(end + 1)) : type === 'zTXt' ? unpack(data.subarray(end + 2)) : ''
  // Older versions wrote spaces as "+".
  const drawing = decodePage(type === 'zTXt' ? words.replaceAll('+', ' ') : words) ?? ''
  return startsAsFile(drawing) ? drawing : undefined
}

/** Raw deflate, as draw.io writes, or with the two bytes before it that the PNG standard asks for. */
function unpack(data: Uint8Array): string {
  return plainLetters(inflateRaw(data, mostBytes) ?? inflateRaw(data.subarray(2), mostBytes) ?? new Uint8Array())
}

function startsAsFile(text: string): boolean {
  return /^(?:<\?[^<>]*\?>\s*)?<(?:mxfile|mxGraphModel)[\s/>]/.test(text)
}

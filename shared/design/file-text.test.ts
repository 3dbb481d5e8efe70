import { describe, expect, it } from 'vitest'
import { textOfFile } from './file-text.ts'

const bytes = (text: string, encoding: BufferEncoding): Uint8Array => new Uint8Array(Buffer.from(text, encoding))
const read = (content: Uint8Array) => textOfFile(content, 'desk.json', TextDecoder)

describe('the text of a file', () => {
  it('is read from UTF-8, with a mark or without, and from UTF-16 with one', () => {
    expect(read(bytes('{"name": "Café"}', 'utf8'))).toEqual({ ok: true, text: '{"name": "Café"}' })
    expect(read(bytes('\uFEFF{}', 'utf8'))).toEqual({ ok: true, text: '{}' })
    expect(read(bytes('\uFEFFCafé', 'utf16le'))).toEqual({ ok: true, text: 'Café' })
    expect(read(bytes('\uFEFFCafé', 'utf16le').map((_, index, all) => all[index ^ 1] ?? 0))).toEqual({
      ok: true,
      text: 'Café',
    })
    expect(read(new Uint8Array())).toEqual({ ok: true, text: '' })
  })

  it('is not guessed at: letters of another encoding are refused with their line and the remedy', () => {
    const refused = read(bytes('{\n"title": "Desk",\n"name": "Café"}', 'latin1'))
    expect(refused).toMatchObject({ ok: false, line: 3 })
    expect(refused).toHaveProperty('sentence', expect.stringMatching(/desk\.json .*line 3 .*Save it .* UTF-8\./))
  })

  it('keeps a replacement character that the file itself holds', () => {
    expect(read(bytes('a \uFFFD b', 'utf8'))).toEqual({ ok: true, text: 'a \uFFFD b' })
  })

  it('is none where bytes are no letters at all', () => {
    expect(read(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]))).toEqual({
      ok: false,
      sentence: 'desk.json is not a text file, so nothing can be read from it.',
    })
  })
})

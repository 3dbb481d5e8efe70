import { expect, test } from 'vitest'
import { signPdf } from './pdf-creator.ts'

const signed = (text: string): string => Buffer.from(signPdf(Buffer.from(text, 'latin1'), 'Lintel')).toString('latin1')

test('the system of the author leaves a PDF, and every offset stays', () => {
  const before = String.raw`<</Title (A \(b\))/Creator (Mozilla/5.0 \(X11; Linux\) Chrome/130)/Producer (Skia)>>endobj`
  const after = signed(before)
  expect(after).toMatch(/^<<\/Title \(A \\\(b\\\)\)\/Creator \(Lintel\) +\/Producer \(Skia\)>>endobj$/)
  expect(after).toHaveLength(before.length)
})

test('a PDF without such a line, or with one that is too short or cut off, stays as it is', () => {
  for (const text of ['<</Title (A)>>', '<</Creator (me)>>', '<</Creator (Mozilla and no end']) {
    expect(signed(text)).toBe(text)
  }
})

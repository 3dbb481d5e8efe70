import { describe, expect, it } from 'vitest'
import { isOpenable, openableEndings } from '../design/file-endings.ts'
import { formats } from './index.ts'

describe.each(formats)('files of $title', ({ extensions }) => {
  it.each(extensions)('that end in %s can be chosen, dropped and given at the start', (ending) => {
    expect(isOpenable(`Payments${ending.toUpperCase()}`)).toBe(true)
    expect(openableEndings.some((each) => ending.endsWith(each))).toBe(true)
  })
})

it('what ends otherwise is none', () => {
  expect(['slides.pptx', 'json', '/program', 'otm'].filter(isOpenable)).toEqual([])
})

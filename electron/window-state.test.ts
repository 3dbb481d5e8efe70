import { expect, test } from 'vitest'
import { firstWindowState, placeWindow } from './window-state.ts'

const laptop = { x: 0, y: 25, width: 1512, height: 920 }
const projector = { x: 1512, y: 0, width: 1920, height: 1080 }

test('the first window is in the middle of the main screen', () => {
  expect(placeWindow(firstWindowState, [laptop])).toEqual({ x: 36, y: 35, width: 1440, height: 900 })
})

test('a window comes back where it was, on the second screen too', () => {
  const state = { ...firstWindowState, x: 1600, y: 40, width: 1200, height: 800 }
  expect(placeWindow(state, [laptop, projector])).toEqual({ x: 1600, y: 40, width: 1200, height: 800 })
})

test('a window whose screen was unplugged comes to the main one', () => {
  const state = { ...firstWindowState, x: 1600, y: 40, width: 1200, height: 800 }
  expect(placeWindow(state, [laptop])).toEqual({ x: 156, y: 85, width: 1200, height: 800 })
})

test('a window with its title bar out of reach comes back into view', () => {
  expect(placeWindow({ ...firstWindowState, x: -1400, y: 40 }, [laptop]).x).toBe(36)
  expect(placeWindow({ ...firstWindowState, x: 10, y: -300 }, [laptop]).y).toBe(35)
})

test('a window is never larger than its screen nor smaller than what the studio needs', () => {
  expect(placeWindow({ ...firstWindowState, width: 5000, height: 3000 }, [laptop])).toMatchObject({
    width: 1512,
    height: 920,
  })
  expect(placeWindow({ ...firstWindowState, width: 10, height: 10 }, [laptop])).toMatchObject({
    width: 900,
    height: 600,
  })
})

test('without any screen the size is kept', () => {
  expect(placeWindow(firstWindowState, [])).toEqual({ width: 1440, height: 900 })
})

import type { Page } from '@playwright/test'
import { expect, test } from './fixtures.ts'

/** What the page complains of: errors, and everything its policy refuses. */
function listen(page: Page): string[] {
  const complaints: string[] = []
  page.on('pageerror', (error) => complaints.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text())
  })
  return complaints
}

test('the studio starts without a complaint', async ({ studio }) => {
  const complaints = listen(studio.page)
  await studio.page.reload()
  await studio.page.waitForSelector('html[data-ready]', { state: 'attached' })
  await expect(studio.page.locator('#root')).not.toBeEmpty()
  expect(complaints).toEqual([])
})

test('what the page keeps outlives a restart', async ({ studio }) => {
  await studio.page.evaluate(
    () =>
      new Promise<void>((done, fail) => {
        const request = indexedDB.open('outlives', 1)
        request.addEventListener('upgradeneeded', () => request.result.createObjectStore('kept').put('here', 'key'))
        request.addEventListener('success', () => (request.result.close(), done()))
        request.addEventListener('error', () => fail(new Error('no database')))
      }),
  )
  await studio.restart()
  const names = await studio.page.evaluate(() => indexedDB.databases().then((all) => all.map(({ name }) => name)))
  expect(names).toContain('outlives')
})
